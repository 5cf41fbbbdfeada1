using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>A member of the pool with a licence, and the last report of having lost a condition in this membership, with the end of the time for it.</summary>
public sealed record LicensedMember(MissingMember Who, DateTime? ReportedAtUtc, DateTime? ReportDueAtUtc)
{
    public bool ReportedLate => ReportedAtUtc > ReportDueAtUtc;
}

/// <summary>A member whose licence the list says is not in force, in the list's words.</summary>
public sealed record LostLicence(LicensedMember Member, string Said);

/// <summary>What checking the pool against an uploaded list would find now. Nothing is written by looking at it.</summary>
public sealed record LicencePlan(RegistryUpload Upload, int Rows, IReadOnlyList<LostLicence> Lost, IReadOnlyList<LicensedMember> Absent, IReadOnlyList<RowFault> Faults) : IUploadPlan;

/// <summary>Compares the pool with the licensing department's list (WZ-27.1): by licence number, and the name must agree.</summary>
public sealed class LicencePlanner(AidDb db, Uploads uploads, OfficeClock clock, CurrentOfficer officer)
{
    public Task<Outcome<LicencePlan>?> PlanAsync(Guid uploadId, CancellationToken ct) => uploads.PlanAsync(uploadId, UploadKind.Licences, upload => CompareAsync(upload, ct), ct);

    private async Task<Outcome<LicencePlan>> CompareAsync(OpenedUpload upload, CancellationToken ct)
    {
        var read = LicenceListReader.Read(upload.Content);
        return read.Value is { } rows ? Compare(upload.Upload, rows, await MembersAsync(ct)) : read.Refusals.ToList();
    }

    private static LicencePlan Compare(RegistryUpload upload, List<LicenceRow> rows, List<LicensedMember> members)
    {
        var named = rows.Select(row => row.Named).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var byLicence = members.ToDictionary(member => member.Who.LicenceNumber, StringComparer.Ordinal);
        var found = rows.Where(row => row.Told is not null && byLicence.ContainsKey(row.Named!)).Select(row => (Row: row, Told: row.Told!, Member: byLicence[row.Named!])).ToList();
        var others = found.Where(pair => pair.Told.Name != TextCleaning.PersonName(pair.Member.Who.Name)).ToList();
        return new(
            upload,
            rows.Count(row => row.Told is not null) - others.Count,
            [.. found.Except(others).Where(pair => pair.Told.State == LicenceState.NotInForce).Select(pair => new LostLicence(pair.Member, pair.Told.Said))],
            [.. members.Where(member => !named.Contains(member.Who.LicenceNumber))],
            [.. rows.SelectMany(row => row.Faults), .. others.Select(pair => Misnamed(pair.Row))]);
    }

    private static RowFault Misnamed(LicenceRow row) => RowFault.At(row.List, row.Number, LicenceListReader.Name, row.Told!.Name, "姓名与库中这个执业证号的人不一致，没有对照，请核对");

    // A report counts that was filed since the member came last: what was reported in an earlier membership is another story.
    private async Task<List<LicensedMember>> MembersAsync(CancellationToken ct)
    {
        var (today, office) = (clock.Today, officer.OfficeId);
        var members = await db.Memberships.AsNoTracking().Where(m => m.OfficeId == office && (m.LeftOn == null || m.LeftOn > today) && m.LicenceNumber != "" && m.MergedIntoId == null)
            .OrderBy(m => EF.Property<string>(m, ShownNames.Column)).ThenBy(m => m.Id)
            .Select(m => new { m.JoinedOn, Who = new MissingMember(m.Id, m.RosterName ?? m.Person.Name, m.Kind, m.Institution.Name, m.LicenceNumber) }).ToListAsync(ct);
        var reports = (await db.PoolExits.AsNoTracking().Where(e => e.OfficeId == office && e.Ground == ExitGround.ConditionLost).Select(e => new { e.MembershipId, e.AppliedAtUtc, e.DueAtUtc }).ToListAsync(ct)).ToLookup(e => e.MembershipId);
        return members.ConvertAll(m =>
        {
            var report = reports[m.Who.Id].Where(e => e.AppliedAtUtc >= OfficeClock.ToUtc(m.JoinedOn.ToDateTime(TimeOnly.MinValue))).MaxBy(e => e.AppliedAtUtc);
            return new LicensedMember(m.Who, report?.AppliedAtUtc, report?.DueAtUtc);
        });
    }
}
