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

        if (Defence(view) is { } defence && WhyNotDefended(person, defence, view) is { } tooShort)
        {
            yield return tooShort;
        }

        if (view.Rules.GraveCaseMinCriminalCases is { } needed && person.CriminalCases < needed.Value)
        {
            yield return new("practitioner-criminal-cases", $"刑事辩护不足{needed.Value}件，不属辩护经验丰富", [needed.Clause], $"累计{person.CriminalCases}件");
        }
    }

    /// <summary>Somebody of whose years in criminal defence nothing is known, and nobody else there of whom it is (REG-26).</summary>
    internal static IEnumerable<PassedOverRule> PassedOver(Candidate chosen, GateView view) =>
        Defence(view) is { } defence && chosen.Fit.All(p => p.FirstCriminalCaseOn is null)
            ? [new(defence.Clause, $"刑事辩护执业是否满{defence.Value}年没有登记")]
            : [];

    /// <summary>What whoever decides should know of the chosen one's years in criminal defence; null when nothing.</summary>
    internal static string? Warning(Candidate chosen, GateView view)
    {
        if (Defence(view) is not { } defence || chosen.Fit.Count(p => p.FirstCriminalCaseOn is null) is not (> 0 and var unknown))
        {
            return null;
        }

        return chosen.Person is null
            ? $"{chosen.Fit.Count}名合格律师中有{unknown}名没有登记首件刑事案件的日期，刑事辩护执业是否满{defence.Value}年须核实（{defence.Clause}）"
            : $"该承办人没有登记首件刑事案件的日期，刑事辩护执业是否满{defence.Value}年须核实（{defence.Clause}）";
    }

    // 程序规定第二十六条 asks for years of criminal defence, not of practice alone: counted from the first criminal case.
    private static Setting<int>? Defence(GateView view) => CaseGravity.IsLifeOrDeath(view.Case) ? view.Statute.LifeSentenceDefenceYears : null;

    private static Refusal? WhyNotDefended(PractitionerFacts person, Setting<int> years, GateView view) => person.FirstCriminalCaseOn switch
    {
        { } first when first.AddYears(years.Value) > view.Day => new(
            "practitioner-defence-years", $"刑事辩护执业不满{years.Value}年，不能承办可能判处无期徒刑以上、死刑复核的案件", [years.Clause],
            $"首件刑事案件{first:yyyy-MM-dd}，至{view.Day:yyyy-MM-dd}满{FullYears(first, view.Day)}年"),
        null when view.UnknownDefenceYears is { Value: UnknownYears.Refuse } strict => new(
            "practitioner-defence-unknown", $"没有登记首件刑事案件的日期，刑事辩护执业是否满{years.Value}年不明", [strict.Clause]),
        _ => null,
    };

    public static int FullYears(DateOnly from, DateOnly day) =>
        day < from ? 0 : day.Year - from.Year - (from.AddYears(day.Year - from.Year) > day ? 1 : 0);

    // "三年以上" includes the third anniversary itself (民法典第一千二百五十九条). Someone licensed on 29 February has the anniversary on the 28th.
    private static bool HasPractised(PractitionerFacts person, int years, DateOnly day) => person.FirstLicensedOn.AddYears(years) <= day;
}
