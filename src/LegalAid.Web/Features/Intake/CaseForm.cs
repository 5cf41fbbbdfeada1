using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;

namespace LegalAid.Web.Features.Intake;

/// <summary>What letters and applications have in common when they come in: the recipients by name, besides the matter itself.</summary>
public class CaseForm : MatterForm
{
    public CaseForm() => Headcount = 1;

    [Required, Display(Name = "受援人姓名"), StringLength(60)]
    public string RecipientName { get; set; } = "";

    [Display(Name = "受援人身份证号"), StringLength(30)]
    public string? RecipientIdentity { get; set; }

    [Display(Name = "其他受援人"), StringLength(6000)]
    public string? MoreRecipients { get; set; }

    private protected override (string? Text, string Field) RecipientBox => (MoreRecipients, nameof(MoreRecipients));

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var fault in base.Validate(validationContext))
        {
            yield return fault;
        }

        if (!string.IsNullOrWhiteSpace(RecipientIdentity) && !IdentityNumber.TryParse(RecipientIdentity, out _, out var identityFault))
        {
            yield return new(identityFault, [nameof(RecipientIdentity)]);
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
}
