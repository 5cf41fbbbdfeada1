using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>What a member's page says of training and probation.</summary>
public sealed class PersonTrainingViewComponent(AidDb db, OfficeBooks books, CurrentOfficer officer, OfficeClock clock) : ViewComponent
{
    private const int Shown = 10;

    public async Task<IViewComponentResult> InvokeAsync(Guid memberId)
    {
        var ct = HttpContext.RequestAborted;
        var member = await db.Memberships.AsNoTracking().Where(m => m.Id == memberId).Select(m => new { m.OfficeId, m.PersonId, m.JoinedOn, m.QualifiedOn, m.LeftOn }).SingleAsync(ct);
        var rows = await AttendanceRow.Of(InSight().Where(a => a.MembershipId == memberId || a.CorpsMember!.PersonId == member.PersonId).OrderByDescending(a => a.Event.StartsAtUtc).ThenBy(a => a.Id)).ToListAsync(ct);
        var book = await books.InForceOnAsync(member.OfficeId, clock.Today, ct);
        var missed = book.Corps is { } corps
            ? MissedTrainings.Count((await OfPersonAsync(member.PersonId, ct)).Select(r => (DayOf(r.Event.StartsAtUtc), r.StateAt(clock.UtcNow))), MissedTrainings.CountedSince(corps, await CorpsSinceAsync(member.PersonId, ct) ?? member.JoinedOn, clock.Today), corps.Cancellation)
            : null;
        var probation = await db.Probations.AsNoTracking().Where(p => p.MembershipId == memberId).OrderByDescending(p => p.StartsOn).ThenBy(p => p.Id).FirstOrDefaultAsync(ct);
        var mayWrite = officer.Role is Roles.Clerk or Roles.Director && member.OfficeId == officer.OfficeId && member.LeftOn is null && book.Training?.Probation is not null;
        return View("/Features/Training/_PersonTraining.cshtml", new PersonTraining([.. rows.Take(Shown)], missed, probation, clock.UtcNow)
        {
            OfficeIds = db.Scope.OfficeIds,
            HourTenths = rows.Where(r => DayOf(r.Event.StartsAtUtc).Year == clock.Today.Year && Attending.Counts(r.StateAt(clock.UtcNow))).Sum(r => r.Event.HourTenths),
            QualifiedOn = member.QualifiedOn,
            ProbationUrl = mayWrite ? $"/registry/people/{memberId}/probation" : null,
        });
    }

    // Counts run across counties, as far as this reader sees them (QDN-4.7.3).
    private Task<List<AttendanceRow>> OfPersonAsync(Guid personId, CancellationToken ct) =>
        AttendanceRow.Of(InSight().Where(a => a.Member!.PersonId == personId || a.CorpsMember!.PersonId == personId)).ToListAsync(ct);

    // The office's own, and the prefecture's to which it invited its corps.
    private IQueryable<TrainingAttendance> InSight() => TrainingsInSight.Attendances(db).AsNoTracking().Where(a => a.Event.CancelledAtUtc == null);

    private Task<DateOnly?> CorpsSinceAsync(Guid personId, CancellationToken ct) =>
        CorpsMembers.On(db, clock.Today).Where(m => m.PersonId == personId).Select(m => (DateOnly?)m.JoinedOn).FirstOrDefaultAsync(ct);

    private static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(OfficeClock.ToLocal(utc));
}

/// <summary>The last trainings, what was missed for good where the book counts it, and the probation.</summary>
public sealed record PersonTraining(IReadOnlyList<AttendanceRow> Rows, MissedCount? Missed, Probation? Probation, DateTime NowUtc)
{
    public required int HourTenths { get; init; }

    /// <summary>Whose trainings have a page for this reader; the prefecture's has none at a county.</summary>
    public required IReadOnlyList<Guid> OfficeIds { get; init; }

    public required DateOnly? QualifiedOn { get; init; }

    /// <summary>Where probation is dealt with; null for those who only read, and where the book knows none.</summary>
    public required string? ProbationUrl { get; init; }

    public (string Word, Tone Tone) StateOf(AttendanceRow row) => TrainingWords.Of(row.StateAt(NowUtc));
}
