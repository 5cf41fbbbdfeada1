using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>What an import would do with one sheet of history.</summary>
public sealed record SheetCount(string Sheet, int Added, int Changed, int Unchanged, int Refused);

/// <summary>A history row compared with the database: what it adds or changes, or why it cannot be taken.</summary>
public sealed record PlannedEntry(HistoryRow Row, RowFate Fate, IReadOnlyList<object> NewRows, IReadOnlyList<FieldChange> Changes, RowFault? Fault = null)
{
    internal static PlannedEntry Added(HistoryRow row, object entity) => new(row, RowFate.Added, [entity], []);

    internal static PlannedEntry Same(HistoryRow row) => new(row, RowFate.Unchanged, [], []);

    internal static PlannedEntry Refused(HistoryRow row, ListColumn column, string value, string reason) =>
        new(row, RowFate.Refused, [], [], RowFault.At(row.List, row.Number, column, value, reason));
}

/// <summary>What importing an uploaded history would do now. Nothing is written by looking at it.</summary>
public sealed record HistoryPlan(RegistryUpload Upload, HistoryFile File, IReadOnlyList<PlannedEntry> Entries) : IUploadPlan
{
    public IReadOnlyList<RowFault> Faults => [.. Entries.SelectMany(entry => entry.Fault is { } fault ? entry.Row.Faults.Append(fault) : entry.Row.Faults)];

    public IReadOnlyList<RowFault> Notices => [.. Entries.Where(entry => entry.Fate != RowFate.Refused).SelectMany(entry => entry.Row.Notices)];

    public int ToImport => Count(RowFate.Added) + Count(RowFate.Changed);

    public IReadOnlyList<SheetCount> Sheets => [.. Entries.GroupBy(entry => entry.Row.List.SheetName, entry => entry.Fate, StringComparer.Ordinal).Select(Counted)];

    /// <summary>What the sender states of each sheet beside what can be taken of it (对账).</summary>
    public IReadOnlyList<ReconciledSheet> Reconciled => Reconciliation.Compare(File.Stated, [.. File.Sheets.Select(Read)]);

    /// <summary>Puts into the unit of work what importing adds and changes.</summary>
    public void Record(AidDb db)
    {
        db.AddRange(Entries.SelectMany(entry => entry.NewRows));
        foreach (var change in Entries.SelectMany(entry => entry.Changes))
        {
            change.Apply();
        }
    }

    /// <summary>Keeps with the upload what became of it.</summary>
    public void Close(DateTime atUtc)
    {
        Upload.ImportedAtUtc = atUtc;
        (Upload.Added, Upload.Changed, Upload.Unchanged, Upload.Refused) = (Count(RowFate.Added), Count(RowFate.Changed), Count(RowFate.Unchanged), Count(RowFate.Refused));
    }

    private ReadSheet Read(string sheet)
    {
        var rows = Entries.Where(entry => entry.Row.List.SheetName.Trim() == sheet).ToList();
        var taken = rows.FindAll(entry => entry.Fate != RowFate.Refused);
        return new(sheet, rows.Count, taken.Count, HistoryColumns.Summed.Contains(sheet) ? taken.Sum(entry => entry.Row.Entry!.SumHundredths) : null);
    }

    private static SheetCount Counted(IGrouping<string, RowFate> sheet) => new(
        sheet.Key,
        sheet.Count(fate => fate == RowFate.Added),
        sheet.Count(fate => fate == RowFate.Changed),
        sheet.Count(fate => fate == RowFate.Unchanged),
        sheet.Count(fate => fate == RowFate.Refused));

    public int Count(RowFate fate) => Entries.Count(entry => entry.Fate == fate);
}

/// <summary>Compares an uploaded history with the database, in a few queries however long it is.</summary>
public sealed class HistoryPlanner(AidDb db, Uploads uploads, OfficeClock clock, CurrentOfficer officer)
{
    public Task<Outcome<HistoryPlan>?> PlanAsync(Guid uploadId, UploadKind kind, CancellationToken ct) => uploads.PlanAsync(uploadId, kind, upload => CompareAsync(upload, ct), ct);

    private async Task<Outcome<HistoryPlan>> CompareAsync(OpenedUpload upload, CancellationToken ct)
    {
        var file = HistoryReader.Read(upload.Content, upload.Upload.Kind, clock.Today);
        if (file.Value is not { } history)
        {
            return file.Refusals.ToList();
        }

        var comparison = new HistoryComparison(await KnownAsync(history, ct), clock.Today, new(upload.Upload.Id, officer.OfficeId, officer.Id, clock.UtcNow));
        return new HistoryPlan(upload.Upload, history, [.. history.Rows.Select(comparison.Compare)]);
    }

    private async Task<KnownHistory> KnownAsync(HistoryFile history, CancellationToken ct)
    {
        var licences = history.Rows.Select(row => row.Licence).OfType<LicenceNumber>().Select(licence => licence.Value).Distinct(StringComparer.Ordinal).ToList();
        var matters = history.Rows.Select(row => row.Entry).OfType<MatterTold>().ToList();
        var caseNumbers = matters.ConvertAll(matter => matter.CaseNumber);
        var names = matters.Select(matter => matter.Institution.Value).Distinct(StringComparer.Ordinal).ToList();
        var members = await db.Memberships.Include(m => m.Person).Include(m => m.Grades).Include(m => m.Exams).AsSplitQuery()
            .Where(m => licences.Contains(m.LicenceNumber) && m.MergedIntoId == null).ToListAsync(ct);
        var memberIds = members.ConvertAll(m => m.Id);
        var people = history.Rows.Any(row => row.Entry is SanctionTold) ? members.ConvertAll(m => m.Person.IdentityIndex) : [];
        return new(
            members,
            await db.PriorMatters.Where(m => caseNumbers.Contains(m.CaseNumber)).ToListAsync(ct),
            await db.Institutions.Where(i => names.Contains(i.Name)).ToListAsync(ct),
            await db.BroughtForwards.AsNoTracking().Where(BroughtForward.Standing(db)).Where(f => memberIds.Contains(f.MembershipId)).ToListAsync(ct),
            await db.OfficialRecords.AsNoTracking().Where(r => r.VoidedAtUtc == null && people.Contains(r.IdentityIndex)).ToListAsync(ct));
    }
}

/// <summary>What the database holds of the people, matters and institutions a history names.</summary>
internal sealed record KnownHistory(List<Membership> Members, List<PriorMatter> Matters, List<Institution> Institutions, List<BroughtForward> Figures, List<OfficialRecord> Sanctions);

/// <summary>From which file, for which office, by whom and when something is recorded.</summary>
internal sealed record Recording(Guid UploadId, Guid OfficeId, Guid OfficerId, DateTime AtUtc);
