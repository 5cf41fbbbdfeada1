using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;

namespace LegalAid.Web.Features.Intake;

/// <summary>What letters and applications have in common: the matter, the people in it, and what makes it heavy.</summary>
public class CaseForm : IValidatableObject
{
    [Required, Display(Name = "案由"), StringLength(80)]
    public string Cause { get; set; } = "";

    [Required, Display(Name = "阶段")]
    public CaseStage? Stage { get; set; }

    [Required, Display(Name = "受援人姓名"), StringLength(60)]
    public string RecipientName { get; set; } = "";

    [Display(Name = "受援人身份证号"), StringLength(30)]
    public string? RecipientIdentity { get; set; }

    [Display(Name = "受援人电话"), StringLength(20)]
    public string? RecipientPhone { get; set; }

    [Display(Name = "其他受援人"), StringLength(6000)]
    public string? MoreRecipients { get; set; }

    [Display(Name = "对方当事人"), StringLength(3000)]
    public string? Opponents { get; set; }

    [Required, Range(1, 100_000), Display(Name = "受援人数")]
    public int? Headcount { get; set; } = 1;

    [Display(Name = "案件情形")]
    public CaseFlags Flags { get; set; }

    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(RecipientIdentity) && !IdentityNumber.TryParse(RecipientIdentity, out _, out var identityFault))
        {
            yield return new(identityFault, [nameof(RecipientIdentity)]);
        }

        if (!string.IsNullOrWhiteSpace(RecipientPhone) && !PhoneNumber.TryParse(RecipientPhone, out _, out var phoneFault))
        {
            yield return new(phoneFault, [nameof(RecipientPhone)]);
        }

        foreach (var (text, field) in Boxes())
        {
            foreach (var fault in PartyLines.Read(text).Faults)
            {
                yield return new(fault, [field]);
            }
        }

        if (PartyLines.Read(MoreRecipients).Parties.Count + 1 > Headcount)
        {
            yield return new("受援人数少于列出的受援人", [nameof(Headcount)]);
        }
    }

    /// <summary>The boxes of parties, with the role of those named in each.</summary>
    internal virtual IEnumerable<(PartyRole Role, string? Text)> Parties() => [(PartyRole.Recipient, MoreRecipients), (PartyRole.Opponent, Opponents)];

    private protected virtual IEnumerable<(string? Text, string Field)> Boxes() => [(MoreRecipients, nameof(MoreRecipients)), (Opponents, nameof(Opponents))];
}
