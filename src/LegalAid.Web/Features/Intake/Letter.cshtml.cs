using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>收文: one letter with the cases it opened.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class LetterModel(AidDb db) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public IncomingLetter Letter { get; private set; } = null!;

    public IReadOnlyList<CaseRow> Cases { get; private set; } = [];

    public IReadOnlyDictionary<Guid, LetterAnswer> Answers { get; private set; } = new Dictionary<Guid, LetterAnswer>();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.IncomingLetters.AsNoTracking().SingleOrDefaultAsync(l => l.Id == Id, ct) is not { } letter)
        {
            return NotFound();
        }

        Letter = letter;
        Cases = await db.Cases.AsNoTracking().Where(c => c.LetterId == Id).OrderBy(c => c.Number)
            .Select(c => new CaseRow(c.Id, c.Number, c.Parties.Where(p => p.Role == PartyRole.Recipient).OrderBy(p => p.Order).Select(p => p.Name).First(), c.Cause, c.Status, c.NextDueAtUtc))
            .ToListAsync(ct);
        Answers = await LetterAnswer.ForAsync(db, [.. Cases.Select(row => row.Id)], ct);
        return Page();
    }

    /// <summary>One accused of the letter and where their case stands.</summary>
    public sealed record CaseRow(Guid Id, string Number, string Recipient, string Cause, CaseStatus Status, DateTime? NextDueAtUtc);
}
