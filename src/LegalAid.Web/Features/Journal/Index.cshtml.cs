using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Journal;

/// <summary>留痕: the office's journal, newest first; coming and going is left out until asked for.</summary>
[Authorize(Policy = Policies.Journal)]
[ReadsByPost]
public sealed class IndexModel(AidDb db, JournalSubjects subjects, JournalReasons reasons, ListExports exports, CurrentOfficer officer, OfficeClock clock) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "")]
    public JournalFilter Filter { get; set; } = new();

    public int Total { get; private set; }

    /// <summary>The newest link of the chain; null before the first sealing.</summary>
    public Seal? Root { get; private set; }

    /// <summary>Sign-ins of the last day under names no account has, and how many names; told to the auditor, because they belong to no office.</summary>
    public (int Attempts, int Names) Unknown { get; private set; }

    public IReadOnlyList<SelectListItem> Officers { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Root = await db.Seals.AsNoTracking().OrderByDescending(seal => seal.Number).FirstOrDefaultAsync(ct);
        Unknown = officer.Role == Roles.Auditor ? await UnknownAsync(ct) : default;
        Officers = await db.Users.Where(u => u.OfficeId == officer.OfficeId).OrderBy(u => u.DisplayName).ThenBy(u => u.UserName)
            .Select(u => new SelectListItem(u.DisplayName + "（" + u.UserName + "）", u.Id.ToString())).ToListAsync(ct);
        var lines = Filter.On(db.Journal.AsNoTracking());
        Total = await lines.CountAsync(ct);
        var page = await lines.OrderByDescending(line => line.AtUtc).ThenByDescending(line => line.Id)
            .Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize)
            .Select(line => new { Line = line, Who = db.Users.Where(u => u.Id == line.OfficerId).Select(u => u.DisplayName).FirstOrDefault() })
            .ToListAsync(ct);
        var named = await subjects.ReadAsync(page.SelectMany(row => JournalDetails.Ids(row.Line.Details).Append(row.Line.SubjectId)), ct);
        var told = await reasons.ReadAsync([.. page.Select(row => row.Line)], ct);
        Rows = [.. page.Select(row => new Row(
            row.Line,
            row.Who ?? (row.Line.Act == Act.SignInFailed ? "未登录" : "程序"),
            named.GetValueOrDefault(row.Line.SubjectId),
            JournalDetails.Read(row.Line.Details, named, clock.Today),
            told.GetValueOrDefault(row.Line.Id)))];
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("留痕", Exported(), Columns, ct), ct);

    private IQueryable<ExportedLine> Exported() => Filter.On(db.Journal.AsNoTracking())
        .OrderByDescending(line => line.AtUtc).ThenByDescending(line => line.Id)
        .Select(line => new ExportedLine(
            line.AtUtc,
            line.Act,
            db.Users.Where(u => u.Id == line.OfficerId).Select(u => u.DisplayName).FirstOrDefault(),
            db.Cases.Where(c => c.Id == line.SubjectId).Select(c => c.Number).FirstOrDefault(),
            line.Reason));

    private static readonly IReadOnlyList<ExportColumn<ExportedLine>> Columns =
    [
        new("时间", row => ExportCells.Moment(row.AtUtc), 18), new("谁", row => row.Who ?? "程序"), new("事项", row => JournalWords.Of(row.Act), 24), new("案件", row => row.CaseNumber), new("理由", row => row.Reason, 40),
    ];

    private async Task<(int Attempts, int Names)> UnknownAsync(CancellationToken ct)
    {
        var recent = db.UnknownSignIns.Where(attempt => attempt.AtUtc > clock.UtcNow.AddDays(-1)).Select(attempt => attempt.NameIndex);
        return (await recent.CountAsync(ct), await recent.Distinct().CountAsync(ct));
    }

    /// <summary>One line as the workbook has it.</summary>
    public sealed record ExportedLine(DateTime AtUtc, Act Act, string? Who, string? CaseNumber, string? Reason);

    /// <summary>One line of the journal, with names.</summary>
    public sealed record Row(JournalLine Line, string Who, JournalSubject? Subject, IReadOnlyList<JournalDetail> Details, string? Reason);
}
