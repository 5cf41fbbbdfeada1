using LegalAid.Rules.Common;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>Opens a paper (WZ-10.2): drawn from the bank as it stands, by the exam's seed; from now on the time runs. Who has one open gets no second.</summary>
public sealed class StartExam(AidDb db, OwnExams own, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<ExamSitting>?> RunAsync(Guid examId, CancellationToken ct)
    {
        if (await db.Exams.SingleOrDefaultAsync(e => e.Id == examId, ct) is not { } exam)
        {
            return null;
        }

        if (await own.Sittings().FirstOrDefaultAsync(s => s.HandedInAtUtc == null && s.DueAtUtc > clock.UtcNow, ct) is { } open)
        {
            return open.ExamId == examId ? open : new Refusal("paper-open", "另一场考试正在作答，请先交卷。", ["WZ-10.2"]);
        }

        var refusals = await own.WhyNotSitAsync(exam, ct);
        var bank = await BankAsync(ct);
        if (refusals.Count == 0 && bank.Count < exam.Questions)
        {
            refusals.Add(new("bank-small", "题库的题数不够，请告知中心。", ["WZ-10.2"]));
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        var sitting = await DrawAsync(exam, bank, ct);
        db.Add(sitting);
        db.Note(sitting.OfficeId, clock.UtcNow, Act.ExamStarted, sitting.MembershipId, officer.Id, details: new { exam = examId, listHash = sitting.ListHash });
        await db.SaveChangesAsync(ct);
        return sitting;
    }

    private async Task<ExamSitting> DrawAsync(Exam exam, IReadOnlyCollection<PaperQuestion> bank, CancellationToken ct)
    {
        var (me, number) = (officer.MembershipId!.Value, 1 + await own.Sittings().CountAsync(ct));
        var (questions, listHash) = ExamPaper.Draw(ExamPaper.SeedOf(cipher.Open(exam.SealedSeed), me, number), bank, exam.Questions);
        return new()
        {
            Id = Guid.CreateVersion7(),
            OfficeId = exam.OfficeId,
            ExamId = exam.Id,
            MembershipId = me,
            Number = number,
            StartedAtUtc = clock.UtcNow,
            DueAtUtc = ExamTaking.DueAt(clock.UtcNow, exam.Minutes, exam.ClosesAtUtc),
            ListHash = listHash,
            Paper = CanonicalJson.Write(questions),
        };
    }

    private async Task<List<PaperQuestion>> BankAsync(CancellationToken ct) =>
        (await db.ExamQuestions.AsNoTracking().Where(q => q.RetiredAtUtc == null).ToListAsync(ct)).ConvertAll(q => new PaperQuestion(q.Id, q.Kind, q.Stem, q.Options, q.Key));
}
