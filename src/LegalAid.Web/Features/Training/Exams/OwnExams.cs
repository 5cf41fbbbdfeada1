using LegalAid.Rules.Common;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>What the rules ask of a practitioner who wants to sit an exam: the book of today, the training before it, what was sat so far.</summary>
public sealed class OwnExams(AidDb db, OfficeBooks books, OfficeClock clock, CurrentOfficer officer)
{
    public IQueryable<ExamSitting> Sittings()
    {
        var me = officer.MembershipId;
        return db.ExamSittings.Include(s => s.Exam).Where(s => s.MembershipId == me);
    }

    public async Task<List<Refusal>> WhyNotSitAsync(Exam exam, CancellationToken ct)
    {
        var book = await books.InForceOnAsync(officer.OfficeId, clock.Today, ct);
        return book.Training is not { Exam.Value: true } rules || book.Assignment.ExamPassMark is not { } mark
            ? [new("exam-not-asked", "本机构的规则没有考试。", [])]
            : [.. ExamTaking.WhyNotSit(await CandidateAsync(mark.Value, ct), exam.OpensAtUtc, exam.ClosesAtUtc, clock.UtcNow, rules)];
    }

    /// <summary>The mark of the day a paper was begun.</summary>
    public async Task<int> PassMarkAsync(DateTime startedAtUtc, CancellationToken ct) =>
        (await books.InForceOnAsync(officer.OfficeId, DateOnly.FromDateTime(OfficeClock.ToLocal(startedAtUtc)), ct)).Assignment.ExamPassMark?.Value
            ?? throw new InvalidOperationException("A paper was drawn on a day whose book has no pass mark.");

    /// <summary>The day of the centre's own training; null while it is not done.</summary>
    public async Task<DateOnly?> InductionAsync(CancellationToken ct)
    {
        var me = officer.MembershipId;
        var brought = await db.ExamResults.Where(e => e.MembershipId == me && e.TrainedOn != null).MinAsync(e => e.TrainedOn, ct);
        var done = await db.TrainingAttendances.Where(Inductions.Done).Where(a => a.MembershipId == me).MinAsync(a => (DateTime?)a.Event.StartsAtUtc, ct);
        return brought ?? (done is { } at ? DateOnly.FromDateTime(OfficeClock.ToLocal(at)) : null);
    }

    private async Task<CandidateForExam> CandidateAsync(int mark, CancellationToken ct)
    {
        var me = officer.MembershipId;
        return new(
            await InductionAsync(ct) is not null,
            await db.ExamResults.AnyAsync(e => e.MembershipId == me && e.Score >= mark, ct),
            await Sittings().CountAsync(ct));
    }
}
