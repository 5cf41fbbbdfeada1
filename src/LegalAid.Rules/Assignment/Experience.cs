using LegalAid.Rules.Common;

namespace LegalAid.Rules.Assignment;

/// <summary>The years and criminal cases a grave criminal case asks of its defender (BB-11.2, LAW-26).</summary>
public static class Experience
{
    public static IEnumerable<Refusal> WhyNot(PractitionerFacts person, GateView view)
    {
        if (!CaseGravity.NeedsExperiencedDefender(view.Case))
        {
            yield break;
        }

        var years = new List<Setting<int>?> { CaseGravity.IsLifeOrDeath(view.Case) ? view.Statute.LifeSentenceMinYears : null, view.Rules.GraveCaseMinYears }.OfType<Setting<int>>().ToList();
        if (years.FindAll(s => !HasPractised(person, s.Value, view.Day)) is { Count: > 0 } missing)
        {
            yield return new(
                "practitioner-years",
                $"执业不满{missing.Max(s => s.Value)}年，不能承办可能判处无期徒刑以上、有社会影响或重大疑难的刑事案件",
                [.. missing.Select(s => s.Clause).Distinct(StringComparer.Ordinal)],
                $"首次执业{person.FirstLicensedOn:yyyy-MM-dd}，至{view.Day:yyyy-MM-dd}满{FullYears(person.FirstLicensedOn, view.Day)}年");
        }

        if (view.Rules.GraveCaseMinCriminalCases is { } needed && person.CriminalCases < needed.Value)
        {
            yield return new("practitioner-criminal-cases", $"刑事辩护不足{needed.Value}件，不属辩护经验丰富", [needed.Clause], $"累计{person.CriminalCases}件");
        }
    }

    public static int FullYears(DateOnly from, DateOnly day) =>
        day < from ? 0 : day.Year - from.Year - (from.AddYears(day.Year - from.Year) > day ? 1 : 0);

    // "三年以上" includes the third anniversary itself (民法典第一千二百五十九条). Someone licensed on 29 February has the anniversary on the 28th.
    private static bool HasPractised(PractitionerFacts person, int years, DateOnly day) => person.FirstLicensedOn.AddYears(years) <= day;
}
