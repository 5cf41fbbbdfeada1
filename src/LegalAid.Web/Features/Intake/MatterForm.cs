using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store.Intake;

namespace LegalAid.Web.Features.Intake;

/// <summary>
/// What is asked of a case whenever it is written down, when it comes in and when it is corrected: the matter, the people beside its recipients, and, of an
/// application, who helped before and whom the recipient wishes for. A letter leaves the latter empty.
/// </summary>
public abstract class MatterForm : IValidatableObject
{
    [Required, Display(Name = "案由"), StringLength(80)]
    public string Cause { get; set; } = "";

    [Required, Display(Name = "阶段")]
    public CaseStage? Stage { get; set; }

    [Required, Range(1, 100_000), Display(Name = "受援人数")]
    public int? Headcount { get; set; }

    [Display(Name = "案件情形")]
    public CaseFlags Flags { get; set; }

    [Display(Name = "受援人电话"), StringLength(20)]
    public string? RecipientPhone { get; set; }

    [Display(Name = "对方当事人"), StringLength(3000)]
    public string? Opponents { get; set; }

    [Display(Name = "被害人"), StringLength(3000)]
    public string? Victims { get; set; }

    [Display(Name = "同案犯罪嫌疑人、被告人"), StringLength(3000)]
    public string? CoDefendants { get; set; }

    [Display(Name = "指引并提供法律帮助的机构")]
    public Guid? HelpedByInstitutionId { get; set; }

    [Display(Name = "指引申请的司法所（工作站）"), StringLength(60)]
    public string? HelpedByStation { get; set; }

    [Display(Name = "提供帮助的日期")]
    public DateOnly? HelpedOn { get; set; }

    [Display(Name = "提供了什么帮助"), StringLength(300)]
    public string? HelpGiven { get; set; }

    [Display(Name = "希望的机构")]
    public Guid? WishedInstitutionId { get; set; }

    [Display(Name = "希望的承办人")]
    public Guid? WishedMembershipId { get; set; }

    [Display(Name = "理由"), StringLength(300)]
    public string? WishReason { get; set; }

    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(RecipientPhone) && !PhoneNumber.TryParse(RecipientPhone, out _, out var fault))
        {
            yield return new(fault, [nameof(RecipientPhone)]);
        }

        if (HelpedByInstitutionId is not null && !string.IsNullOrWhiteSpace(HelpedByStation))
        {
            yield return new("机构和司法所只填一项", [nameof(HelpedByStation)]);
        }
    }

    /// <summary>The box the recipients are typed in, one a line.</summary>
    private protected abstract (string? Text, string Field) RecipientBox { get; }

    /// <summary>The boxes of parties, one a line.</summary>
    internal IEnumerable<(PartyRole Role, string? Text, string Field)> Boxes() =>
    [
        (PartyRole.Recipient, RecipientBox.Text, RecipientBox.Field),
        (PartyRole.Opponent, Opponents, nameof(Opponents)),
        (PartyRole.Victim, Victims, nameof(Victims)),
        (PartyRole.CoDefendant, CoDefendants, nameof(CoDefendants)),
    ];

    /// <summary>Puts help and wish to an application; what a station took in stays that station's.</summary>
    internal void SetHelpAndWish(AidCase aidCase)
    {
        (aidCase.HelpedByInstitutionId, aidCase.HelpedOn, aidCase.HelpGiven) = (HelpedByInstitutionId, HelpedOn, HelpGiven);
        aidCase.HelpedByStation = aidCase.StationId is null ? HelpedByStation : aidCase.HelpedByStation;
        (aidCase.WishedInstitutionId, aidCase.WishedMembershipId, aidCase.WishReason) = (WishedInstitutionId, WishedMembershipId, WishReason);
    }
}
