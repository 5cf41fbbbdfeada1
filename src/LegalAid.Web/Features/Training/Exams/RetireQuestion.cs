using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>Takes a question out of the bank; papers that were sat keep it.</summary>
public sealed class RetireQuestion(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<ExamQuestion>?> RunAsync(Guid id, CancellationToken ct)
    {
        if (await db.ExamQuestions.SingleOrDefaultAsync(q => q.Id == id && q.RetiredAtUtc == null, ct) is not { } question)
        {
            return null;
        }

        question.RetiredAtUtc = clock.UtcNow;
        db.Note(question.OfficeId, clock.UtcNow, Act.QuestionRetired, question.Id, officer.Id);
        await db.SaveChangesAsync(ct);
        return question;
    }
}
