namespace LegalAid.Rules.Disclosure;

/// <summary>A member as the published list may speak of them; who has no licence has no years of practice.</summary>
public sealed record ListedMember(string Name, string Gender, DateOnly BornOn, int? PracticeYears, IReadOnlyList<string> Specialities, bool Consents);

/// <summary>Composes the lines of the published list (公开名单, WZ-8.1): the fields of the book and nothing else, fewer of somebody who has not agreed.</summary>
public static class PublicRoster
{
    public static IReadOnlyList<RosterField> FieldsOf(ListedMember member, PublicRosterRules rules) =>
        member.Consents || !rules.OwnConsent.Value ? rules.Fields.Value : rules.WithoutConsent.Value;

    /// <summary>What stands in a column; null where the line does not show it.</summary>
    public static string? TextOf(ListedMember member, RosterField field, PublicRosterRules rules, DateOnly day) => !FieldsOf(member, rules).Contains(field) ? null : field switch
    {
        RosterField.Name => member.Name,
        RosterField.Sex => member.Gender,
        RosterField.Age => $"{AgeOn(member.BornOn, day)} 岁",
        RosterField.PracticeYears => member.PracticeYears is { } years ? $"{years} 年" : "",
        RosterField.Specialities => string.Join('、', member.Specialities),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Unknown field."),
    };

    /// <summary>周岁: who was born on 29 February is a year older on 1 March of other years.</summary>
    public static int AgeOn(DateOnly bornOn, DateOnly day)
    {
        var years = day.Year - bornOn.Year;
        return (day.Month, day.Day).CompareTo((bornOn.Month, bornOn.Day)) < 0 ? years - 1 : years;
    }

    public static string NameOf(RosterField field) => field switch
    {
        RosterField.Name => "姓名",
        RosterField.Sex => "性别",
        RosterField.Age => "年龄",
        RosterField.PracticeYears => "执业时间",
        RosterField.Specialities => "业务专长",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Unknown field."),
    };
}
