using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>提出指派意见: who is next and why, drawn fresh; nothing is recorded until the clerk submits.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ProposeModel(AidDb db, ProposalPreview preview, ProposeAssignment propose, RuleOnNamesake ruleOnNamesake) : PageModel, IFormPage
{
    [FromRoute]
    public Guid CaseId { get; set; }

    [BindProperty]
    public ProposeForm Form { get; set; } = new();

    [BindProperty]
    public RulingForm Ruling { get; set; } = new();

    public AidCase Case { get; private set; } = null!;

    public DecisionView Decision { get; private set; } = null!;

    public IReadOnlyList<FoundConflict> ToRule { get; private set; } = [];

    public bool CanSubmit => Case.Status == CaseStatus.AwaitingAssignment && Decision.Decision.Proposal is not null;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().Include(c => c.Parties).SingleOrDefaultAsync(c => c.Id == CaseId && c.DecidedAtUtc != null, ct) is not { } found)
        {
            return false;
        }

        Case = found;
        (Decision, ToRule, Form.Turn) = await preview.DrawAsync(found, ct);
        Form.InstitutionId = Decision.Decision.Proposal?.InstitutionId ?? Guid.Empty;
        ModelState.Remove("Form.Turn");             // the page shows the present turn, not the one posted
        ModelState.Remove("Form.InstitutionId");
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Form));
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await propose.RunAsync(CaseId, new(Form.InstitutionId, Form.Turn, Form.Note), ct);
        if (outcome is { Value: { } assignment })
        {
            this.Tell("指派意见已提交，等待负责人决定。");
            return RedirectToPage("Why", new { assignment.Id });
        }

        return outcome is null ? NotFound()
            : outcome.Refusal?.Code == ProposeAssignment.StaleCode ? await this.StaleAsync(outcome.Refusals, ct)
            : await this.RefusedAsync(outcome.Refusals, ct);
    }

    public async Task<IActionResult> OnPostRulingAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Ruling));
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await ruleOnNamesake.RunAsync(CaseId, Ruling.MatterId, Ruling.SamePerson, Ruling.Reason, ct);
        return outcome is null ? NotFound()
            : outcome.Value is null ? await this.RefusedAsync(outcome.Refusals, ct)
            : RedirectToPage(new { CaseId });
    }
}

/// <summary>What the clerk saw and says when proposing.</summary>
public sealed class ProposeForm
{
    public Guid InstitutionId { get; set; }

    public long Turn { get; set; }

    [Display(Name = "说明"), StringLength(500)]
    public string? Note { get; set; }
}

/// <summary>The clerk's ruling on a namesake.</summary>
public sealed class RulingForm
{
    public Guid MatterId { get; set; }

    public bool SamePerson { get; set; }

    [Required, Display(Name = "核查情况"), StringLength(300)]
    public string Reason { get; set; } = "";
}
