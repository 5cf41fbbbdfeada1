using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>题库: the office's questions with their keys, for the centre alone.</summary>
[Authorize(Policy = Policies.Centre)]
[ReadsByPost]
public sealed class QuestionsModel(AidDb db, ListExports exports) : PageModel
{
    private const int PageSize = 50;

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("题型", r => TrainingWords.Of(r.Kind)), new("题干", r => r.Stem, 60), .. Enumerable.Range(0, ExamPaper.MostOptions).Select(place => new ExportColumn<Row>($"选项{(char)('A' + place)}", r => r.Kind == QuestionKind.TrueFalse ? null : r.Options.ElementAtOrDefault(place), 20)),
        new("答案", r => r.Key),
    ];

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public bool Retired { get; set; }

    public int Active { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Active = await db.ExamQuestions.CountAsync(q => q.RetiredAtUtc == null, ct);
        Total = await All().CountAsync(ct);
        Rows = await All().Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("题库", All(), Columns, ct), ct);

    private IQueryable<Row> All() => db.ExamQuestions.AsNoTracking().Where(q => (q.RetiredAtUtc != null) == Retired).OrderByDescending(q => q.ChangedAtUtc).ThenBy(q => q.Id)
        .Select(q => new Row(q.Id, q.Kind, q.Stem, q.Options, q.Key, q.ChangedAtUtc));

    /// <summary>One question.</summary>
    public sealed record Row(Guid Id, QuestionKind Kind, string Stem, List<string> Options, string Key, DateTime ChangedAtUtc);
}
