using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Disclosure;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Disclosure;

/// <summary>Takes in what somebody without an account says of the published list (WZ-8.3). The form's key is the record's id, so that a form sent twice is one; how often one client may write is the program's limit.</summary>
public sealed class TakeFeedback(AidDb db, PublicOffice offices, FieldCipher cipher, OfficeClock clock)
{
    public async Task<Outcome<ListFeedback>?> RunAsync(string code, Guid key, FeedbackForm form, CancellationToken ct)
    {
        if (await offices.OpenAsync(code, ct) is not { Rules.FeedbackTaken.Value: true } publishing)
        {
            return null;
        }

        if (await db.ListFeedback.SingleOrDefaultAsync(f => f.Id == key, ct) is { } earlier)
        {
            return earlier;
        }

        var feedback = new ListFeedback
        {
            Id = key,
            OfficeId = publishing.Office.Id,
            Said = cipher.Seal(form.Said.Trim()),
            Phone = string.IsNullOrWhiteSpace(form.Phone) ? null : cipher.Seal(form.Phone.Trim()),
            ReceivedAtUtc = clock.UtcNow,
        };
        db.Add(feedback);
        db.Note(publishing.Office.Id, clock.UtcNow, Act.ListFeedbackReceived, publishing.Office.Id, null, details: new { feedback = feedback.Id });
        await db.SaveChangesAsync(ct);
        return feedback;
    }
}
