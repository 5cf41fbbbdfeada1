using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// Compares the pool with a list of the licensing department (执业状态核查, WZ-27.1): whose licence is not in force, and whether they had reported it themselves.
/// Nothing else changes; whoever did not report may be proposed for removal (WZ-28.4).
/// </summary>
public sealed class CheckLicences(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    private static readonly ListColumn Licence = new("执业证号", true, "执业证号码", "执业证编号");
    private static readonly ListColumn Name = new("姓名", true);
    private static readonly ListColumn State = new("执业状态", true, "状态", "执业证状态");
    private static readonly HashSet<string> InForce = new(StringComparer.Ordinal) { "正常", "执业", "有效", "正常执业", "在执业" };

    /// <summary>Whether a list of the licensing department says so.</summary>
    internal static bool IsInForce(string state) => InForce.Contains(TextCleaning.Narrow(state));

    public async Task<Outcome<LicenceCheck>> RunAsync(byte[] file, CancellationToken ct)
    {
        var workbook = WorkbookReader.Read(file);
        if (workbook.Value is null)
        {
            return workbook.Refusals.ToList();
        }

        var list = HeadedList.Find(workbook.Value, [Licence, Name, State]);
        if (list.Value is null)
        {
            return list.Refusals.ToList();
        }

        var told = list.Value.Rows.Select(row => (Licence: TextCleaning.Narrow(row.Text(Licence)), State: row.Text(State).Trim())).Where(row => row is { Licence.Length: > 0, State.Length: > 0 })
            .GroupBy(row => row.Licence, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().State, StringComparer.Ordinal);
        var check = await CompareAsync(told, ct);
        db.Add(check);
        db.Note(officer.OfficeId, clock.UtcNow, Act.LicencesChecked, officer.OfficeId, officer.Id, details: new { rows = check.Rows, lost = check.Findings.Count, unreported = check.Findings.Count(f => !f.Reported) });
        await db.SaveChangesAsync(ct);
        return check;
    }

    private async Task<LicenceCheck> CompareAsync(Dictionary<string, string> told, CancellationToken ct)
    {
        var today = clock.Today;
        var members = await db.Memberships.AsNoTracking().Where(m => (m.LeftOn == null || m.LeftOn > today) && m.LicenceNumber != "").Select(m => new { m.Id, m.LicenceNumber }).ToListAsync(ct);
        var reported = (await db.PoolExits.Where(e => e.Ground == ExitGround.ConditionLost).Select(e => e.MembershipId).ToListAsync(ct)).ToHashSet();
        var check = new LicenceCheck
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            OfficerId = officer.Id,
            CheckedAtUtc = clock.UtcNow,
            Rows = told.Count,
            Unnamed = members.Count(m => !told.ContainsKey(m.LicenceNumber)),
        };
        check.Findings.AddRange(members.Where(m => told.TryGetValue(m.LicenceNumber, out var state) && !IsInForce(state)).Select(m => new LicenceFinding
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            CheckId = check.Id,
            MembershipId = m.Id,
            State = told[m.LicenceNumber] is { Length: <= 60 } state ? state : told[m.LicenceNumber][..60],
            Reported = reported.Contains(m.Id),
        }));
        return check;
    }
}
