using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Store.Search;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>收文登记: the incoming register in the order of its numbers, the newest first; they are unique, so the order is always the same.</summary>
[Authorize(Policy = Policies.Centre)]
[ReadsByPost]
public sealed class LettersModel(AidDb db, ListExports exports) : PageModel
{
    private const int PageSize = 50;

    // 收〔2026〕099号 stands before 收〔2026〕1000号: by year, then by the length of the number.
    private const int YearAt = 2;
    private const int YearDigits = 4;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [FromForm(Name = QueryLink.SearchKey)]
    public string? Searched { get; set; }

    [BindProperty(SupportsGet = true)]
    public AuthorityKind? Kind { get; set; }

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyDictionary<Guid, LetterAnswer> Answers { get; private set; } = new Dictionary<Guid, LetterAnswer>();

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => this.SearchAsync(LoadAsync, ct);

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("收文登记", Listed(), Columns, ct), ct);

    private async Task LoadAsync(CancellationToken ct)
    {
        var rows = Listed();
        Total = await rows.CountAsync(ct);
        Rows = await rows.Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        Answers = await LetterAnswer.ForAsync(db, [.. Rows.Select(row => row.CaseId)], ct);
    }

    private IQueryable<Row> Listed() =>
        from letter in db.IncomingLetters.AsNoTracking().SearchedFor(db, Searched)
        join aidCase in db.Cases on letter.Id equals aidCase.LetterId
        where Kind == null || letter.AuthorityKind == Kind
        orderby letter.RegisterNumber.Substring(YearAt, YearDigits) descending, letter.RegisterNumber.Length descending, letter.RegisterNumber descending, aidCase.Number
        select new Row(letter.RegisterNumber, letter.Authority, letter.LetterNumber, letter.ReceivedAtUtc, aidCase.Id, aidCase.Number, aidCase.Cause, aidCase.Status, aidCase.NextDueAtUtc,
            aidCase.Parties.Where(p => p.Role == PartyRole.Recipient).OrderBy(p => p.Order).Select(p => p.Name).FirstOrDefault(), aidCase.Headcount);

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("收文号", row => row.RegisterNumber, 18), new("机关", row => row.Authority, 28), new("文号", row => row.LetterNumber, 28), new("收文时间", row => ExportCells.Moment(row.ReceivedAtUtc), 18),
        new("案件编号", row => row.CaseNumber), new("受援人", row => CaseWords.Recipient(row.Recipient, row.Headcount)), new("案由", row => row.Cause, 24), new("状态", row => CaseWords.Of(row.Status).Word), new("期限", row => ExportCells.Until(row.NextDueAtUtc), 18),
    ];

    /// <summary>One letter and where its case stands.</summary>
    public sealed record Row(string RegisterNumber, string Authority, string LetterNumber, DateTime ReceivedAtUtc, Guid CaseId, string CaseNumber, string Cause, CaseStatus Status, DateTime? NextDueAtUtc, string? Recipient, int Headcount);
}
