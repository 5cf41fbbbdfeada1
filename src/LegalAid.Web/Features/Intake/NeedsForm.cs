using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
using LegalAid.Store.Intake;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LegalAid.Web.Features.Intake;

/// <summary>What the recipient needs of whoever takes the case, and where the parties live. All of it may be left empty.</summary>
public class NeedsForm : IValidatableObject
{
    public const string OneGender = "^(男|女)$";

    public static IReadOnlyList<SelectListItem> Genders { get; } = [new("女", "女"), new("男", "男")];

    [Display(Name = "沟通的语言"), StringLength(20)]
    public string? NeededLanguage { get; set; }

    [Display(Name = "承办人的性别"), RegularExpression(OneGender)]
    public string? NeededGender { get; set; }

    [Display(Name = "需要无障碍服务")]
    public bool NeedsBarrierFree { get; set; }

    [Display(Name = "当事人住所地"), StringLength(200)]
    public string? PartyPlaces { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Places().Any(place => place.Length > 30) ? [new("每处住所地写到区县，不超过 30 个字", [nameof(PartyPlaces)])]
        : Places().FirstOrDefault(place => !Rules.Intake.PartyPlaces.IsFull(place)) is { } unclear ? [new($"“{unclear}”不是全称，请从省、自治区、直辖市写到区县，如 重庆市北碚区", [nameof(PartyPlaces)])]
        : [];

    internal void ApplyTo(AidCase aidCase)
    {
        (aidCase.NeededLanguage, aidCase.NeededGender, aidCase.NeedsBarrierFree) = (Told(NeededLanguage), Told(NeededGender), NeedsBarrierFree);
        aidCase.PartyPlaces = [.. Places()];
    }

    internal static NeedsForm Of(AidCase aidCase) => new()
    {
        NeededLanguage = aidCase.NeededLanguage,
        NeededGender = aidCase.NeededGender,
        NeedsBarrierFree = aidCase.NeedsBarrierFree,
        PartyPlaces = aidCase.PartyPlaces.Count == 0 ? null : string.Join('、', aidCase.PartyPlaces),
    };

    private IEnumerable<string> Places() =>
        (PartyPlaces ?? "").Split(['、', '，', ',', '；', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(TextCleaning.OrganisationName).Distinct(StringComparer.Ordinal);

    private static string? Told(string? text) => string.IsNullOrWhiteSpace(text) ? null : TextCleaning.PersonName(text);
}
