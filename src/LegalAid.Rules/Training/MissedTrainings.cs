using LegalAid.Rules.Corps;

namespace LegalAid.Rules.Training;

/// <summary>How many trainings somebody missed for good since a day, and whether that is as many as end a membership.</summary>
public sealed record MissedCount(int Count, DateOnly Since, int Most, string Clause)
{
    public bool IsReached => Count >= Most;
}

/// <summary>
/// Trainings missed and not made up (未参训且未补课, QDN-4.7.3): only where both hold is one counted, and two are enough.
/// The count only shows; the county proposes and the prefecture decides.
/// </summary>
public static class MissedTrainings
{
    public static MissedCount Count(IEnumerable<(DateOnly Day, AttendanceState State)> attendances, DateOnly since, CorpsCancellationRules rules) => new(
        attendances.Count(a => a.Day >= since && (a.State == AttendanceState.Missed || (!rules.MakeUpExcuses.Value && a.State is AttendanceState.ToMakeUp or AttendanceState.MakeUpSent or AttendanceState.MadeUp))),
        since,
        rules.MissedTrainings.Value,
        rules.MissedTrainings.Clause);

    /// <summary>Since joining or the last yearly adjustment, whichever is later; or since New Year.</summary>
    public static DateOnly CountedSince(CorpsRules rules, DateOnly joinedOn, DateOnly today)
    {
        if (rules.Cancellation.CountedSince.Value == LapsesSince.NewYear)
        {
            return new(today.Year, 1, 1);
        }

        var adjusted = new DateOnly(today.Year, rules.Membership.AdjustmentMonth.Value, 1);
        var last = adjusted <= today ? adjusted : adjusted.AddYears(-1);
        return last > joinedOn ? last : joinedOn;
    }
}
