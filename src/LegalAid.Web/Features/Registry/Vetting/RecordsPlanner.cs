using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>A row compared with what is known: a new record, one known already, or why it cannot be taken.</summary>
public sealed record PlannedRecord(RecordRow Row, RowFate Fate, OfficialRecord? New, RowFault? Fault);

/// <summary>What importing the sheet would do now. Nothing is written by looking at it.</summary>
public sealed record RecordsPlan(RegistryUpload Upload, IReadOnlyList<PlannedRecord> Rows) : IUploadPlan
{
    public IReadOnlyList<RowFault> Faults => [.. Rows.SelectMany(row => row.Fault is { } fault ? row.Row.Faults.Append(fault) : row.Row.Faults)];

    public int Count(RowFate fate) => Rows.Count(row => row.Fate == fate);
}

/// <summary>
/// Compares an uploaded sheet with the office's people, applications and records. Whom a row means is found by the licence number, otherwise by the identity number's keyed hash;
/// who is neither on the roster nor an applicant is not kept.
/// </summary>
public sealed class RecordsPlanner(AidDb db, Uploads uploads, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public Task<Outcome<RecordsPlan>?> PlanAsync(Guid uploadId, CancellationToken ct) => uploads.PlanAsync(uploadId, UploadKind.Records, upload => CompareAsync(upload, ct), ct);

    private async Task<Outcome<RecordsPlan>> CompareAsync(OpenedUpload upload, CancellationToken ct)
    {
        var read = RecordsReader.Read(upload.Content, clock.Today);
        if (read.Value is not { } rows)
        {
            return read.Refusals.ToList();
        }

        var known = await KnownAsync([.. rows.Select(row => row.Told).OfType<RecordTold>()], ct);
        return new RecordsPlan(upload.Upload, [.. rows.Select(row => Compare(row, known))]);
    }

    private PlannedRecord Compare(RecordRow row, KnownRecords known)
    {
        if (row.Told is not { } told)
        {
            return new(row, RowFate.Refused, null, null);
        }

        var stated = told.Identity is { } identity ? cipher.Index(identity.Value) : null;
        var subject = known.SubjectOf(told.Licence?.Value, stated);
        if (subject.WhyNot(told.Name) is { } why)
        {
            return new(row, RowFate.Refused, null, At(row, why.Column, why.Reason));
        }

        var key = KnownRecords.Key(subject.Index!, told.Kind, told.EffectiveOn, told.RecordSource);
        if (known.Voided.Contains(key))
        {
            return new(row, RowFate.Refused, null, At(row, RecordColumns.RecordSource, "这条记录登记过，后来作为登记有误撤销；确实有的，在审核页单独登记"));
        }

        return known.Standing.Add(key) ? new(row, RowFate.Added, New(told, subject.Index!), null) : new(row, RowFate.Unchanged, null, null);
    }

    private OfficialRecord New(RecordTold told, byte[] index) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = officer.OfficeId,
        IdentityIndex = index,
        Kind = told.Kind,
        EffectiveOn = told.EffectiveOn,
        Statement = told.Statement,
        RecordSource = told.RecordSource,
        RecordedById = officer.Id,
        RecordedAtUtc = clock.UtcNow,
    };

    private static RowFault At(RecordRow row, ListColumn column, string reason) => RowFault.At(row.List, row.Number, column, "", reason);

    private async Task<KnownRecords> KnownAsync(List<RecordTold> told, CancellationToken ct)
    {
        var licences = told.Select(row => row.Licence?.Value).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var indexes = told.Select(row => row.Identity).OfType<IdentityNumber>().Select(number => cipher.Index(number.Value)).ToList();
        var members = await db.Memberships.AsNoTracking().Where(m => m.MergedIntoId == null && (licences.Contains(m.LicenceNumber) || indexes.Contains(m.Person.IdentityIndex)))
            .Select(m => new KnownSubject(m.LicenceNumber, m.Person.IdentityIndex, m.RosterName ?? m.Person.Name)).ToListAsync(ct);
        var applicants = await ApplicationsUnderVetting.Seen(db).AsNoTracking().Where(a => a.IdentityIndex != null && (licences.Contains(a.LicenceNumber!) || indexes.Contains(a.IdentityIndex)))
            .Select(a => new KnownSubject(a.LicenceNumber ?? "", a.IdentityIndex!, a.Name)).ToListAsync(ct);
        var subjects = members.Concat(applicants).ToList();
        var of = subjects.ConvertAll(subject => subject.Index);
        var records = await db.OfficialRecords.AsNoTracking().Where(r => of.Contains(r.IdentityIndex))
            .Select(r => new { r.IdentityIndex, r.Kind, r.EffectiveOn, r.RecordSource, Voided = r.VoidedAtUtc != null }).ToListAsync(ct);
        return new(
            subjects,
            records.Where(r => !r.Voided).Select(r => KnownRecords.Key(r.IdentityIndex, r.Kind, r.EffectiveOn, r.RecordSource)).ToHashSet(StringComparer.Ordinal),
            records.Where(r => r.Voided).Select(r => KnownRecords.Key(r.IdentityIndex, r.Kind, r.EffectiveOn, r.RecordSource)).ToHashSet(StringComparer.Ordinal));
    }
}
