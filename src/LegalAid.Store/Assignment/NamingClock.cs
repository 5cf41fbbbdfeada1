using LegalAid.Rules.Common;
using LegalAid.Store.Calendar;
using LegalAid.Store.Intake;
using LegalAid.Store.Rulebooks;

namespace LegalAid.Store.Assignment;

/// <summary>Until when an institution has to name its handler: the office's own clock from the decision on, and never later than the statute's end (READINGS: the time to name fits into what is left).</summary>
public sealed class NamingClock(AidDb db, OfficeBooks books)
{
    /// <param name="aidCase">With the statute's end.</param>
    /// <param name="decidedAt">The office's local time of the decision; its day picks the book.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<DateTime?> DueAsync(AidCase aidCase, DateTime decidedAt, CancellationToken ct)
    {
        var day = DateOnly.FromDateTime(decidedAt);
        var rules = (await books.InForceOnAsync(aidCase.OfficeId, day, ct)).Assignment;
        DateTime? naming = rules.NamingClock is { } period ? OfficeClock.ToUtc(Deadline.Count(decidedAt, period, await WorkCalendars.FromAsync(db, day, ct)).DueAt) : null;
        return naming is null || aidCase.StatutoryDueAtUtc < naming ? aidCase.StatutoryDueAtUtc ?? naming : naming;
    }
}
