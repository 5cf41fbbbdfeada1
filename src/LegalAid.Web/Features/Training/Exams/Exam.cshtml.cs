using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Security;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>One exam: who sat it with what score, and the seed its papers were drawn by.</summary>
[Authorize(Policy = Policies.Office)]
[ReadsByPost]
public sealed class ExamModel(AidDb db, FieldCipher cipher, ListExports exports, OfficeClock clock) : PageModel
{
    private const int PageSize = 50;

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("姓名", r => r.Name), new("机构", r => r.Institution, 30), new("第几次", r => r.Number), new("开始", r => ExportCells.Moment(r.StartedAtUtc), 18), new("交卷", r => ExportCells.Moment(r.HandedInAtUtc), 18),
        new("成绩", r => r.Score), new("合格", r => r.Passed is { } passed ? passed ? "合格" : "不合格" : null),
    ];

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Exam Exam { get; private set; } = null!;

    /// <summary>Null until the exam is over.</summary>
    public string? Seed { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public DateTime NowUtc => clock.UtcNow;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.Exams.AsNoTracking().SingleOrDefaultAsync(e => e.Id == Id, ct) is not { } exam)
        {
            return NotFound();
        }

        Exam = exam;
        Seed = ExamTaking.IsOver(exam.ClosesAtUtc, clock.UtcNow) ? cipher.Open(exam.SealedSeed) : null;
        Total = await All().CountAsync(ct);
        Rows = await All().Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await db.Exams.AnyAsync(e => e.Id == Id, ct) ? await exports.SendAsync(Request, await ListToExport.OfAsync("考试成绩", All(), Columns, ct), ct) : NotFound();

    private IQueryable<Row> All() =>
        from s in db.ExamSittings.AsNoTracking()
        where s.ExamId == Id
        join m in db.Memberships on s.MembershipId equals m.Id
        orderby s.StartedAtUtc descending, s.Id
        select new Row(m.Id, m.RosterName ?? m.Person.Name, m.Institution.Name, s.Number, s.StartedAtUtc, s.DueAtUtc, s.HandedInAtUtc, s.Score, s.Passed);

    /// <summary>One paper.</summary>
    public sealed record Row(Guid MembershipId, string Name, string Institution, int Number, DateTime StartedAtUtc, DateTime DueAtUtc, DateTime? HandedInAtUtc, int? Score, bool? Passed);
}
