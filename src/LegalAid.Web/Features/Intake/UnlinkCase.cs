using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>Takes an application out of the matter it was linked to; its people count alone again (BB-5.2).</summary>
public sealed class UnlinkCase(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<AidCase>?> RunAsync(Guid caseId, string reason, CancellationToken ct)
    {
        var aidCase = await db.Cases.SingleOrDefaultAsync(c => c.Id == caseId, ct);
        if (aidCase is null)
        {
            return null;
        }

        if (aidCase.MatterId is not { } matter)
        {
            return new Refusal("not-linked", "本案没有关联的申请。", ["BB-5.2"]);
        }

        aidCase.MatterId = null;
        if (await db.Cases.Where(c => c.MatterId == matter && c.Id != caseId).Take(2).ToListAsync(ct) is [var last])
        {
            last.MatterId = null;       // one alone is no matter
        }

        db.Note(aidCase.OfficeId, clock.UtcNow, Act.CaseUnlinked, caseId, officer.Id, reason);
        await db.SaveChangesAsync(ct);
        return aidCase;
    }
}
