using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>Enters what an authority has on record against an applicant; found by the number whatever the name (QJ-2.4b, QJ-2.4c, WZ-6.4a).</summary>
public sealed class AddOfficialRecord(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    /// <returns>Null when the office has no such application.</returns>
    public async Task<Outcome<OfficialRecord>?> RunAsync(Guid applicationId, RecordForm form, CancellationToken ct)
    {
        if (await ApplicationsUnderVetting.FindAsync(db, applicationId, ct) is not { } application)
        {
            return null;
        }

        if (application.IdentityIndex is not { } index)
        {
            return new Refusal("record-no-number", "这份申请没有身份证号，不能登记。", []);
        }

        if (form.EffectiveOn > clock.Today)
        {
            return new Refusal("record-later", "生效日期不能晚于今天。", []);
        }

        var record = new OfficialRecord
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            IdentityIndex = index,
            Kind = form.Kind!.Value,
            EffectiveOn = form.EffectiveOn!.Value,
            Statement = form.Statement.Trim(),
            RecordSource = form.RecordSource.Trim(),
            RecordedById = officer.Id,
            RecordedAtUtc = clock.UtcNow,
        };
        db.Add(record);
        db.Note(officer.OfficeId, clock.UtcNow, Act.OfficialRecordAdded, applicationId, officer.Id, details: new { record = record.Id, recordKind = record.Kind, effectiveOn = record.EffectiveOn });
        await db.SaveChangesAsync(ct);
        return record;
    }
}
