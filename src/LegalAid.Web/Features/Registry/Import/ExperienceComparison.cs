using LegalAid.Store.Registry;
using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Registry;

/// <summary>What a row of experience (办案经历) changes about a member.</summary>
internal static class ExperienceComparison
{
    public static IReadOnlyList<FieldChange> Changes(Membership member, ExperienceTold told, DateOnly today)
    {
        var figures = Figures(member, told).OfType<FieldChange>().ToList();

        // A file that does not say is true as of the day it is imported; but the same file again says nothing new, and must not swallow the cases handled since.
        var asOf = told.AsOf ?? (figures.Count > 0 ? today : member.ExperienceAsOf);
        FieldChange?[] rest =
        [
            Change(nameof(member.ExperienceAsOf), HistoryColumns.AsOf, $"{member.ExperienceAsOf:yyyy-MM-dd}", $"{asOf:yyyy-MM-dd}", () => member.ExperienceAsOf = asOf),
            Change(nameof(member.Specialities), HistoryColumns.Specialities, string.Join('、', member.Specialities), string.Join('、', told.Specialities), () => member.Specialities = [.. told.Specialities]),
            told.Minors is not { } minors ? null : Change(nameof(member.MinorsSpecialist), HistoryColumns.Minors, member.MinorsSpecialist ? "是" : "否", minors ? "是" : "否", () => member.MinorsSpecialist = minors),
            Change(nameof(member.Languages), HistoryColumns.Languages, string.Join('、', member.Languages), string.Join('、', told.Languages), () => member.Languages = [.. told.Languages]),
            told.FirstAidCaseHereOn is not { } here ? null : Change(nameof(member.FirstAidCaseHereOn), HistoryColumns.FirstAidCaseHereOn, $"{member.FirstAidCaseHereOn:yyyy-MM-dd}", $"{here:yyyy-MM-dd}", () => member.FirstAidCaseHereOn = here),
        ];
        return [.. figures, .. rest.OfType<FieldChange>()];
    }

    private static IEnumerable<FieldChange?> Figures(Membership member, ExperienceTold told)
    {
        yield return Change(nameof(member.CriminalCases), HistoryColumns.CriminalCases, $"{member.CriminalCases}", $"{told.CriminalCases}", () => member.CriminalCases = told.CriminalCases);
        yield return Change(nameof(member.FirstCriminalCaseOn), HistoryColumns.FirstCriminalCaseOn, $"{member.FirstCriminalCaseOn:yyyy-MM-dd}", $"{told.FirstCriminalCaseOn:yyyy-MM-dd}", () => member.FirstCriminalCaseOn = told.FirstCriminalCaseOn);
        yield return Change(nameof(member.PriorAidCases), HistoryColumns.AidCases, $"{member.PriorAidCases}", $"{told.AidCases}", () => member.PriorAidCases = told.AidCases);
        yield return Change(nameof(member.PriorAidCasesLastYear), HistoryColumns.AidCasesLastYear, $"{member.PriorAidCasesLastYear}", $"{told.AidCasesLastYear}", () => member.PriorAidCasesLastYear = told.AidCasesLastYear);
    }

    private static FieldChange? Change(string field, ListColumn column, string before, string after, Action apply) =>
        before == after ? null : new(field, column.Title, before, after, apply);
}
