using System.Security.Cryptography;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Security;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>Plans an exam (WZ-10.2) and lays down the seed of its papers: the hash now, the seed when it is over.</summary>
public sealed class PlanExam(AidDb db, OfficeBooks books, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    private const int SeedBytes = 16;

    public async Task<Outcome<Exam>> RunAsync(ExamForm form, CancellationToken ct)
    {
        var bank = await db.ExamQuestions.CountAsync(q => q.RetiredAtUtc == null, ct);
        if (WhyNot(form, await books.InForceOnAsync(officer.OfficeId, clock.Today, ct), bank) is { } refusal)
        {
            return refusal;
        }

        var seed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SeedBytes));
        var exam = new Exam
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            Title = form.Title.Trim(),
            OpensAtUtc = form.OpensAtUtc!.Value,
            ClosesAtUtc = form.ClosesAtUtc!.Value,
            Minutes = form.Minutes!.Value,
            Questions = form.Questions!.Value,
            SeedHash = Lottery.Commitment(seed),
            SealedSeed = cipher.Seal(seed),
            PlannedById = officer.Id,
            PlannedAtUtc = clock.UtcNow,
        };
        db.Add(exam);
        db.Note(officer.OfficeId, clock.UtcNow, Act.ExamPlanned, exam.Id, officer.Id, details: new { questions = exam.Questions, seedHash = exam.SeedHash });
        await db.SaveChangesAsync(ct);
        return exam;
    }

    private Refusal? WhyNot(ExamForm form, RuleBook book, int bank) =>
        book.Training is not { Exam.Value: true } || book.Assignment.ExamPassMark is null ? new("exam-not-asked", "本机构的规则没有考试。", [])
        : form.ClosesAtUtc <= form.OpensAtUtc ? new("exam-turned", "结束须晚于开始。", [book.Training.Exam.Clause])
        : form.ClosesAtUtc <= clock.UtcNow ? new("exam-past", "结束时间须在现在以后。", [book.Training.Exam.Clause])
        : form.Questions > bank ? new("bank-small", $"题库可用的只有 {bank} 题。", [book.Training.Exam.Clause])
        : null;
}
