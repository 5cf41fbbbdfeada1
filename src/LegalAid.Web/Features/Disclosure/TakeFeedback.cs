using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Disclosure;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Disclosure;

/// <summary>Takes in what somebody without an account says of the published list (WZ-8.3). No more in a day than an office can read.</summary>
public sealed class TakeFeedback(AidDb db, PublicOffice offices, FieldCipher cipher, OfficeClock clock)
{
    private const int MostADay = 200;

    public async Task<Outcome<ListFeedback>?> RunAsync(string code, string said, string? phone, CancellationToken ct)
    {
        if (await offices.OpenAsync(code, ct) is not { Rules.FeedbackTaken.Value: true } publishing)
        {
            return null;
        }

        var dayAgo = clock.UtcNow.AddDays(-1);
        if (await db.ListFeedback.CountAsync(f => f.ReceivedAtUtc > dayAgo, ct) >= MostADay)
        {
            return new Refusal("feedback-full", "今天收到的意见已满，请明天再来，或者直接联系本中心。", [publishing.Rules.FeedbackTaken.Clause]);
        }

        var feedback = new ListFeedback { Id = Guid.CreateVersion7(), OfficeId = publishing.Office.Id, Said = said, Phone = string.IsNullOrEmpty(phone) ? null : cipher.Seal(phone), ReceivedAtUtc = clock.UtcNow };
        db.Add(feedback);
        db.Note(publishing.Office.Id, clock.UtcNow, Act.ListFeedbackReceived, publishing.Office.Id, null, details: new { feedback = feedback.Id });
        await db.SaveChangesAsync(ct);
        return feedback;
    }
}
