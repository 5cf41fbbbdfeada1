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

    [Display(Name = "被害人"), StringLength(3000)]
    public string? Victims { get; set; }

    [Display(Name = "同案犯罪嫌疑人、被告人"), StringLength(3000)]
    public string? CoDefendants { get; set; }

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

        foreach (var (_, text, field) in Boxes())
        {
            foreach (var fault in PartyLines.Read(text).Faults)
            {
                yield return new(fault, [field]);
            }
        }

        var recipients = Recipients().Select(recipient => recipient.Line).ToList();
        foreach (var (_, line) in Others().Where(other => recipients.Contains(other.Line)))
        {
            yield return new($"{line.Name}既列为受援人，又列为其他当事人", [nameof(RecipientName)]);
        }

        if (MoreRecipientLines.Count + 1 > Headcount)
        {
            yield return new("受援人数少于列出的受援人", [nameof(Headcount)]);
        }
    }

    internal IReadOnlyList<PartyLine> MoreRecipientLines => PartyLines.Read(MoreRecipients).Parties;

    /// <summary>Everybody who is aided, as typed, the first with the phone.</summary>
    internal IEnumerable<(PartyLine Line, string? Phone)> Recipients()
    {
        var identity = IdentityNumber.TryParse(RecipientIdentity, out var parsed, out _) ? parsed.Value : null;
        var phone = PhoneNumber.TryParse(RecipientPhone, out var number, out _) ? number.Digits : null;
        return [(new(TextCleaning.PersonName(RecipientName), false, identity), phone), .. MoreRecipientLines.Select(line => (line, (string?)null))];
    }

    /// <summary>Everybody else in the matter, with the role of the box they were typed in.</summary>
    internal IEnumerable<(PartyRole Role, PartyLine Line)> Others() =>
        Boxes().Where(box => box.Role != PartyRole.Recipient).SelectMany(box => PartyLines.Read(box.Text).Parties, (box, line) => (box.Role, line));

    /// <summary>The boxes of parties, one a line.</summary>
    internal IEnumerable<(PartyRole Role, string? Text, string Field)> Boxes() =>
    [
        (PartyRole.Recipient, MoreRecipients, nameof(MoreRecipients)),
        (PartyRole.Opponent, Opponents, nameof(Opponents)),
        (PartyRole.Victim, Victims, nameof(Victims)),
        (PartyRole.CoDefendant, CoDefendants, nameof(CoDefendants)),
    ];
}
