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

    public async Task OnGetAsync(CancellationToken ct)
    {
        var rows =
            from letter in db.IncomingLetters.AsNoTracking()
            join aidCase in db.Cases on letter.CaseId equals aidCase.Id
            where (Kind == null || letter.AuthorityKind == Kind)
                && (string.IsNullOrEmpty(Q) || letter.LetterNumber.Contains(Q) || letter.Authority.Contains(Q) || aidCase.Cause.Contains(Q) || letter.RegisterNumber.Contains(Q))
            orderby letter.ReceivedAtUtc descending
            select new Row(
                letter.RegisterNumber, letter.Authority, letter.LetterNumber, letter.ReceivedAtUtc, aidCase.Id, aidCase.Number, aidCase.Cause, aidCase.Status, aidCase.NextDueAtUtc,
                db.Assignments.Where(a => a.CaseId == aidCase.Id && a.ReplyNumber != null).Select(a => new Answer(a.Id, a.ReplyNumber!, a.ReceiptAtUtc)).SingleOrDefault());
        Total = await rows.CountAsync(ct);
        Rows = await rows.Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    /// <summary>One letter and where its case stands.</summary>
    public sealed record Row(
        string RegisterNumber, string Authority, string LetterNumber, DateTime ReceivedAtUtc, Guid CaseId, string CaseNumber, string Cause, CaseStatus Status, DateTime? NextDueAtUtc, Answer? Answer);

    /// <summary>The reply to a letter, and when the authority received it; null until its receipt is back.</summary>
    public sealed record Answer(Guid AssignmentId, string ReplyNumber, DateTime? ReceiptAtUtc);
}
