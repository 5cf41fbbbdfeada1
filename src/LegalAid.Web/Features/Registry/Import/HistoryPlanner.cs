using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>What an import would do with one sheet of history.</summary>
public sealed record SheetCount(string Sheet, int Added, int Changed, int Unchanged, int Refused);

/// <summary>A history row compared with the database: what it adds or changes, or why it cannot be taken.</summary>
public sealed record PlannedEntry(HistoryRow Row, RowFate Fate, object? NewRow, IReadOnlyList<FieldChange> Changes, RowFault? Fault = null);

/// <summary>What importing an uploaded history would do now. Nothing is written by looking at it.</summary>
public sealed record HistoryPlan(RegistryUpload Upload, HistoryFile File, IReadOnlyList<PlannedEntry> Entries)
{
    public IReadOnlyList<RowFault> Faults => [.. Entries.SelectMany(entry => entry.Fault is { } fault ? entry.Row.Faults.Append(fault) : entry.Row.Faults)];

    public IReadOnlyList<RowFault> Notices => [.. Entries.Where(entry => entry.Fate != RowFate.Refused).SelectMany(entry => entry.Row.Notices)];

    public int ToImport => Count(RowFate.Added) + Count(RowFate.Changed);

    public IReadOnlyList<SheetCount> Sheets => [.. Entries.GroupBy(entry => entry.Row.List.SheetName, entry => entry.Fate, StringComparer.Ordinal).Select(Counted)];

    private static SheetCount Counted(IGrouping<string, RowFate> sheet) => new(
        sheet.Key,
        sheet.Count(fate => fate == RowFate.Added),
        sheet.Count(fate => fate == RowFate.Changed),
        sheet.Count(fate => fate == RowFate.Unchanged),
        sheet.Count(fate => fate == RowFate.Refused));

    public int Count(RowFate fate) => Entries.Count(entry => entry.Fate == fate);
}

/// <summary>Compares an uploaded history with the database, in five queries however long it is.</summary>
public sealed class HistoryPlanner(AidDb db, Uploads uploads, OfficeClock clock)
{
    public async Task<Outcome<HistoryPlan>?> PlanAsync(Guid uploadId, CancellationToken ct)
    {
        if (await uploads.OpenAsync(uploadId, UploadKind.History, ct) is not { } opened)
        {
            return null;
        }

        if (opened.Value is not { } upload)
        {
            return opened.Refusals.ToList();
        }

        var file = HistoryReader.Read(upload.Content, clock.Today);
        if (file.Value is not { } history)
        {
            return file.Refusals.ToList();
        }

        var comparison = new HistoryComparison(await KnownAsync(history, ct), clock.Today);
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
        return new(
            members,
            await db.PriorMatters.Where(m => caseNumbers.Contains(m.CaseNumber)).ToListAsync(ct),
            await db.Institutions.Where(i => names.Contains(i.Name)).ToListAsync(ct));
    }
}

/// <summary>What the database holds of the people, matters and institutions a history names.</summary>
internal sealed record KnownHistory(List<Membership> Members, List<PriorMatter> Matters, List<Institution> Institutions);
