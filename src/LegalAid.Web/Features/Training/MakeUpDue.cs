using LegalAid.Rules.Common;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Calendar;
using LegalAid.Store.Training;

namespace LegalAid.Web.Features.Training;

/// <summary>Until when a training is made up (QDN-4.5b), counted as every other period of the book, from the office's wall clock at its end; null where the book gives no time.</summary>
internal static class MakeUpDue
{
    public static async Task<DateTime?> OfAsync(AidDb db, TrainingAttendanceRules? rules, TrainingEvent training, CancellationToken ct) =>
        rules is null ? null : OfficeClock.ToUtc(Deadline.Count(OfficeClock.ToLocal(training.EndsAtUtc), rules.MakeUpClock, await WorkCalendars.WholeAsync(db, ct)).DueAt);
}
