using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>收文登记: the incoming register.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class LettersModel(AidDb db) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public AuthorityKind? Kind { get; set; }

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyDictionary<Guid, LetterAnswer> Answers { get; private set; } = new Dictionary<Guid, LetterAnswer>();

    public async Task OnGetAsync(CancellationToken ct)
    {
        var rows =
            from letter in db.IncomingLetters.AsNoTracking()
            join aidCase in db.Cases on letter.Id equals aidCase.LetterId
            where (Kind == null || letter.AuthorityKind == Kind)
                && (string.IsNullOrEmpty(Q) || letter.LetterNumber.Contains(Q) || letter.Authority.Contains(Q) || aidCase.Cause.Contains(Q) || letter.RegisterNumber.Contains(Q))
            orderby letter.ReceivedAtUtc descending
            select new Row(letter.RegisterNumber, letter.Authority, letter.LetterNumber, letter.ReceivedAtUtc, aidCase.Id, aidCase.Number, aidCase.Cause, aidCase.Status, aidCase.NextDueAtUtc);
        Total = await rows.CountAsync(ct);
        Rows = await rows.Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        Answers = await LetterAnswer.ForAsync(db, [.. Rows.Select(row => row.CaseId)], ct);
    }

    /// <summary>One letter and where its case stands.</summary>
    public sealed record Row(string RegisterNumber, string Authority, string LetterNumber, DateTime ReceivedAtUtc, Guid CaseId, string CaseNumber, string Cause, CaseStatus Status, DateTime? NextDueAtUtc);
}
