using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Disclosure;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Disclosure;

/// <summary>Records what the centre answered to somebody who said something of the published list.</summary>
public sealed class AnswerFeedback(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<ListFeedback>?> RunAsync(Guid feedbackId, string answer, CancellationToken ct)
    {
        if (await db.ListFeedback.SingleOrDefaultAsync(f => f.Id == feedbackId, ct) is not { } feedback)
        {
            return null;
        }

        if (feedback.Answer is not null)
        {
            return new Refusal("feedback-answered", "已经答复过。", []);
        }

        (feedback.Answer, feedback.AnsweredById, feedback.AnsweredAtUtc) = (answer, officer.Id, clock.UtcNow);
        db.Note(feedback.OfficeId, clock.UtcNow, Act.ListFeedbackAnswered, feedback.OfficeId, officer.Id, details: new { feedback = feedback.Id });
        await db.SaveChangesAsync(ct);
        return feedback;
    }
}
