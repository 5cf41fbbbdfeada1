using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>Voids a record entered by mistake; it stays readable and counts no more.</summary>
public sealed class VoidOfficialRecord(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    /// <returns>Null when the applicant has no such record.</returns>
    public async Task<Outcome<OfficialRecord>?> RunAsync(Guid applicationId, Guid recordId, string reason, CancellationToken ct)
    {
        var index = await ApplicationsUnderVetting.Seen(db).Where(a => a.Id == applicationId).Select(a => a.IdentityIndex).SingleOrDefaultAsync(ct);
        if (await db.OfficialRecords.SingleOrDefaultAsync(r => r.Id == recordId && r.IdentityIndex == index, ct) is not { } record)
        {
            return null;
        }

        if (record.VoidedAtUtc is not null)
        {
            return new Refusal("record-voided", "这条记录已经撤销。", []);
        }

        (record.VoidedAtUtc, record.VoidReason) = (clock.UtcNow, reason);
        db.Note(officer.OfficeId, clock.UtcNow, Act.OfficialRecordVoided, applicationId, officer.Id, details: new { record = record.Id });
        await db.SaveChangesAsync(ct);
        return record;
    }
}
