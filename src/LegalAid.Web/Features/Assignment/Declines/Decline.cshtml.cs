using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Assignment;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Declines;

/// <summary>辞接: the institution or the person declines, and afterwards reads here what came of it (LAW-46).</summary>
[Authorize(Policy = Policies.Receivers)]
public sealed class DeclineModel(AidDb db, DeclineFactsReader reader, DeclineAssignment decline, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public DeclineForm Form { get; set; } = new();

    public AssignmentRow Row { get; private set; } = null!;

    public DeclineJudgement Judgement { get; private set; } = null!;

    /// <summary>What was declined already; null before.</summary>
    public DeclineView? Declined { get; private set; }

    /// <summary>The case is this officer's still; otherwise nothing of it is shown.</summary>
    public bool IsOurs { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var found = await reader.Own().AsNoTracking().SingleOrDefaultAsync(a => a.Id == Id, ct);
        Declined = await DeclineView.Of(db, db.Declines.Where(d => d.AssignmentId == Id)).SingleOrDefaultAsync(ct);
        IsOurs = found is not null && !AssignmentStatuses.Undone.Contains(found.Status);
        if (found is null || (!IsOurs && Declined is null))
        {
            return false;
        }

        Row = await AssignmentRow.Of(db, Id).SingleAsync(ct);
        Judgement = await reader.ReadAsync(found, hasEvidence: true, ct);
        return true;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var caseId = await reader.Own().Where(a => a.Id == Id).Select(a => (Guid?)a.CaseId).SingleOrDefaultAsync(ct);
        if (caseId is { } opened && !Request.IsPrefetch())
        {
            await Receptions.ServeAsync(db, opened, officer.Receiver, clock.UtcNow, ct);
        }

        return await this.ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await decline.RunAsync(Id, new(Form.Ground!.Value, Form.Reason.Trim(), await Form.Evidence.BytesAsync(ct)), ct);
        return await this.AnswerAsync(outcome, _ => this.Done("已提出辞接，待中心负责人裁定。", RedirectToPage(new { Id })), ct);
    }
}

/// <summary>Why it is declined.</summary>
public sealed class DeclineForm
{
    [Required, Display(Name = "理由")]
    public DeclineGround? Ground { get; set; }

    [Required, Display(Name = "具体情况"), StringLength(500)]
    public string Reason { get; set; } = "";

    [Display(Name = "证明材料"), LargestFile(EvidenceTypes.LargestMegabytes)]
    public IFormFile? Evidence { get; set; }
}
