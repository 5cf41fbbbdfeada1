using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Calendar;
using LegalAid.Store.Intake;
using LegalAid.Store.Rulebooks;

namespace LegalAid.Web.Features.Intake;

/// <summary>Counts a case's clocks by the books in force on the day that starts them; ends in UTC.</summary>
public sealed class CaseClocks(AidDb db, RuleBooks ruleBooks, OfficeBooks books)
{
    public const string TooEarlyCode = "received-before-rules";

    /// <summary>Why no clock can start at this moment: no rules were in force yet, most often a slip in the year.</summary>
    /// <param name="officeId">The office whose book is asked.</param>
    /// <param name="startedAt">The office's local time.</param>
    /// <param name="clauseId">The clause that starts the clock.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Refusal?> WhyNotStartAsync(Guid officeId, DateTime startedAt, string clauseId, CancellationToken ct)
    {
        var (day, first) = (DateOnly.FromDateTime(startedAt), await books.FirstDayAsync(officeId, ct));
        return day < first ? new(TooEarlyCode, $"收到的日期{day:yyyy-MM-dd}早于现有规则文本开始适用的{first:yyyy-MM-dd}，请核对年份。", [clauseId]) : null;
    }

    public async Task<DateTime> ExaminationDueAsync(DateTime startedAt, CancellationToken ct)
    {
        var day = DateOnly.FromDateTime(startedAt);
        return Utc(Admission.Examination(startedAt, ruleBooks.National(day).Intake, await WorkCalendars.FromAsync(db, day, ct)));
    }

    /// <summary>What an application is examined from at this moment, and the versions of the books in force.</summary>
    public async Task<(AdmissionFacts Facts, string Versions)> ExaminationAsync(AidCase aidCase, DateTime decidedAt, CancellationToken ct)
    {
        var received = OfficeClock.ToLocal(aidCase.ReceivedAtUtc);
        var day = DateOnly.FromDateTime(received);
        var (own, statute) = (await books.InForceOnAsync(aidCase.OfficeId, DateOnly.FromDateTime(decidedAt), ct), ruleBooks.National(day));
        var application = new ApplicationFacts(aidCase.Kind, received, decidedAt, aidCase.ScopeGround, aidCase.HardshipBasis);
        return (new(application, statute.Intake, await WorkCalendars.FromAsync(db, day, ct), []), $"{own.Version} {statute.Version}");
    }

    /// <summary>The office's own clock (BB-6), if its text has one, and the statute's (LAW-36, LAW-43), both from the same moment.</summary>
    public async Task<(DateTime? Own, DateTime Statutory)> AssignmentDueAsync(Guid officeId, CaseSource source, CaseKind kind, DateTime startedAt, CancellationToken ct)
    {
        var day = DateOnly.FromDateTime(startedAt);
        var rules = ClockRules.For(kind, source, (await books.InForceOnAsync(officeId, day, ct)).Assignment, ruleBooks.National(day).Assignment);
        var clocks = rules.Count(startedAt, await WorkCalendars.FromAsync(db, day, ct));
        return (clocks.Own is { } own ? Utc(own) : null, Utc(clocks.Statute));
    }

    private static DateTime Utc(Deadline deadline) => OfficeClock.ToUtc(deadline.DueAt);
}
