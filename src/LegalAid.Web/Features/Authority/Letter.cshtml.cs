using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Authority;

/// <summary>One authority: what it covers, what was decided under it, and ending it early.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class LetterModel(AidDb db, EndAuthority end, CurrentOfficer officer, OfficeClock clock) : PageModel, IFormPage
{
    private const int Shown = 100;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public EndForm Form { get; set; } = new();

    public AuthorityRow Row { get; private set; } = null!;

    /// <summary>The newest hundred.</summary>
    public IReadOnlyList<DecidedUnder> Decisions { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public bool CanEnd => officer.Role is Roles.Director or Roles.Bureau && Row.CanEnd(Today);

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await AuthorityRow.Of(db, db.ActingAuthorities.Where(a => a.Id == Id)).SingleOrDefaultAsync(ct) is not { } row)
        {
            return false;
        }

        Row = row;
        var decided = db.Assignments.Where(a => a.DecidedUnderId == Id).Select(a => new { a.CaseId, AtUtc = a.DecidedAtUtc, What = "决定指派意见" })
            .Concat(db.Assignments.Where(a => a.UndoneUnderId == Id).Select(a => new { a.CaseId, AtUtc = a.UndoneAtUtc, What = "撤销指派" }))
            .Concat(db.Recusals.Where(r => r.DecidedUnderId == Id).Select(r => new { r.CaseId, AtUtc = r.DecidedAtUtc, What = "决定回避" }))
            .Concat(db.Declines.Where(d => d.RuledUnderId == Id).Join(db.Assignments, d => d.AssignmentId, a => a.Id, (d, a) => new { a.CaseId, AtUtc = d.RuledAtUtc, What = "裁定辞接" }))
            .Concat(db.ConflictReports.Where(r => r.DecidedUnderId == Id).Join(db.Assignments, r => r.AssignmentId, a => a.Id, (r, a) => new { a.CaseId, AtUtc = r.DecidedAtUtc, What = "决定利害关系报告" }));
        Decisions = await decided.OrderByDescending(d => d.AtUtc).ThenBy(d => d.CaseId).Take(Shown)
            .Join(db.Cases, d => d.CaseId, c => c.Id, (d, c) => new DecidedUnder(c.Id, c.Number, c.Cause, d.What, d.AtUtc)).ToListAsync(ct);
        Decisions = [.. Decisions.OrderByDescending(d => d.AtUtc)];
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await end.RunAsync(Id, Form.Reason.Trim(), ct),
                _ => this.Done("授权已结束，此前代行的决定仍然有效。", RedirectToPage("Index")),
                ct)
            : await this.MalformedAsync(ct);
}

/// <summary>Something decided under an authority.</summary>
public sealed record DecidedUnder(Guid CaseId, string CaseNumber, string Cause, string What, DateTime? AtUtc);

/// <summary>Why an authority ends early.</summary>
public sealed class EndForm
{
    [Required, Display(Name = "理由"), StringLength(300)]
    public string Reason { get; set; } = "";
}
