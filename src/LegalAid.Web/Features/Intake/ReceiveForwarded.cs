using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>The centre receives what a station sent in (BB-7.1): the seven days of examination start now (LAW-43); when the station took it in stays on record.</summary>
public sealed class ReceiveForwarded(AidDb db, CaseClocks clocks, OfficeClock clock, CurrentOfficer officer)
{
    /// <returns>Null when the office has no such case.</returns>
    public async Task<Outcome<AidCase>?> RunAsync(Guid caseId, CancellationToken ct)
    {
        if (await db.Cases.SingleOrDefaultAsync(c => c.Id == caseId, ct) is not { } aidCase)
        {
            return null;
        }

        if (aidCase.Status != CaseStatus.Forwarded)
        {
            return new Refusal("not-forwarded", "本案不在待接收状态，可能已经接收。", ["LAW-43"]);
        }

        var now = clock.UtcNow;
        aidCase.Status = CaseStatus.UnderExamination;
        aidCase.ReceivedAtUtc = now;
        aidCase.ExaminationDueAtUtc = aidCase.NextDueAtUtc = await clocks.ExaminationDueAsync(OfficeClock.ToLocal(now), ct);
        db.Note(aidCase.OfficeId, now, Act.ApplicationReceived, aidCase.Id, officer.Id, details: new { number = aidCase.Number, receivedAtUtc = now });
        await db.SaveChangesAsync(ct);
        return aidCase;
    }
}
