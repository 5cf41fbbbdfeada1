using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>Puts a question into the bank or changes it; papers drawn before keep it as it was.</summary>
public sealed class KeepQuestion(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    /// <param name="id">Null for a new one.</param>
    /// <param name="draft">The question.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Outcome<ExamQuestion>?> RunAsync(Guid? id, QuestionDraft draft, CancellationToken ct)
    {
        var known = id is null ? null : await db.ExamQuestions.SingleOrDefaultAsync(q => q.Id == id && q.RetiredAtUtc == null, ct);
        if (id is not null && known is null)
        {
            return null;
        }

        if (draft.Fault is { } fault)
        {
            return new Refusal("question-fault", fault + "。", []);
        }

        if (await db.ExamQuestions.AnyAsync(q => q.Stem == draft.Stem && q.RetiredAtUtc == null && q.Id != id, ct))
        {
            return new Refusal("question-twice", "题库里已有题干相同的试题。", []);
        }

        var question = known ?? New(draft);
        (question.Kind, question.Stem, question.Options, question.Key, question.ChangedAtUtc) = (draft.Kind, draft.Stem, draft.Shown, draft.Key, clock.UtcNow);
        db.Note(officer.OfficeId, clock.UtcNow, Act.QuestionKept, question.Id, officer.Id);
        await db.SaveChangesAsync(ct);
        return question;
    }

    private ExamQuestion New(QuestionDraft draft)
    {
        var question = new ExamQuestion { Id = Guid.CreateVersion7(), OfficeId = officer.OfficeId, Kind = draft.Kind, Stem = draft.Stem, Options = draft.Shown, Key = draft.Key, ChangedAtUtc = clock.UtcNow };
        db.Add(question);
        return question;
    }
}
