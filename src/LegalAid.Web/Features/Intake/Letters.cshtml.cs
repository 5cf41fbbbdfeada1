using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Store.Search;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>收文登记: the incoming register.</summary>
[Authorize(Policy = Policies.Centre)]
[ReadsByPost]
public sealed class LettersModel(AidDb db) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [FromForm(Name = QueryLink.SearchKey)]
    public string? Searched { get; set; }

    [BindProperty(SupportsGet = true)]
    public AuthorityKind? Kind { get; set; }

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => this.SearchAsync(LoadAsync, ct);

    private async Task LoadAsync(CancellationToken ct)
    {
        var rows =
            from letter in db.IncomingLetters.AsNoTracking().SearchedFor(db, Searched)
            join aidCase in db.Cases on letter.CaseId equals aidCase.Id
            where Kind == null || letter.AuthorityKind == Kind
            orderby letter.ReceivedAtUtc descending
            select new Row(letter.RegisterNumber, letter.Authority, letter.LetterNumber, letter.ReceivedAtUtc, aidCase.Id, aidCase.Number, aidCase.Cause, aidCase.Status, aidCase.NextDueAtUtc);
        Total = await rows.CountAsync(ct);
        Rows = await rows.Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    /// <summary>One letter and where its case stands.</summary>
    public sealed record Row(string RegisterNumber, string Authority, string LetterNumber, DateTime ReceivedAtUtc, Guid CaseId, string CaseNumber, string Cause, CaseStatus Status, DateTime? NextDueAtUtc);
}
