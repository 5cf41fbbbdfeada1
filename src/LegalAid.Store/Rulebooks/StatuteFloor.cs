using LegalAid.Rules.Assignment;

namespace LegalAid.Store.Rulebooks;

/// <summary>
/// The qualifications an office's book may raise but never lower (LAW-25, LAW-26). Deadlines are not here: a longer one of the
/// office's own runs beside the statute's, which stays the red line.
/// </summary>
internal static class StatuteFloor
{
    public static IEnumerable<(string Key, string Reason)> Faults(RuleBook book, NationalRuleBook national)
    {
        var (own, floor) = (book.Assignment, national.Assignment);
        if (own.GraveCaseMinYears is { } years && years.Value < floor.LifeSentenceMinYears.Value)
        {
            yield return (Key(nameof(AssignmentRules.GraveCaseMinYears)),
                $"执业年限 {years.Value} 年低于上位法的 {floor.LifeSentenceMinYears.Value} 年（{floor.LifeSentenceMinYears.Clause}，{national.File}）");
        }

        if (floor.LawyersOnlyForDefence.Value && own.LawyersOnlyForCrime is { Value: false })
        {
            yield return (Key(nameof(AssignmentRules.LawyersOnlyForCrime)),
                $"刑事辩护不得向律师以外的人开放（{floor.LawyersOnlyForDefence.Clause}，{national.File}）");
        }
    }

    private static string Key(string setting) => $"{Naming.Kebab(nameof(RuleBook.Assignment))}.{Naming.Kebab(setting)}";
}
