using LegalAid.Rules.Conduct;
using LegalAid.Rules.Ranking;
using LegalAid.Rules.Registry;

namespace LegalAid.Rules.Assignment;

/// <summary>The stop that red quarters in a row bring (连续红色停止服务, WZ-13.4a), once a person has decided it and the decision was served.</summary>
public static class RedStreakStop
{
    /// <summary>The time in which no case is assigned; none where the book stops duty alone.</summary>
    public static AbsenceFacts? Of(RedStreakRules rules, DateOnly servedOn)
    {
        if (rules.Stops.Value == SuspensionScope.DutyOnly)
        {
            return null;
        }

        // A month ends on the day of the same number, or on the month's last day (民法典第二百零二条).
        return rules.FromDayAfterService.Value
            ? Stop(servedOn.AddDays(1), servedOn.AddMonths(rules.StopMonths.Value))
            : Stop(servedOn, servedOn.AddMonths(rules.StopMonths.Value).AddDays(-1));

        AbsenceFacts Stop(DateOnly first, DateOnly last) => new(AbsenceKind.Suspension, first, last, rules.Stops.Clause);
    }
}
