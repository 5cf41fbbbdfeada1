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

/// <summary>裁定辞接: the centre reads why a case was declined, its head rules (WZ-22.1, QJ-5.4b).</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class RulingModel(AidDb db, DeclineBooks books, RuleOnDecline rule, AuthorityCheck authorities, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public RulingOnDeclineForm Form { get; set; } = new();

    public AssignmentRow Row { get; private set; } = null!;

    public CaseBrief Brief { get; private set; } = null!;

    /// <summary>Null where nobody declined.</summary>
    public DeclineView? Declined { get; private set; }

    public DeclineRules Rules { get; private set; } = DeclineRules.Unwritten;

    public bool CanRule => Declined is { Status: DeclineStatus.Waiting } && !IsOwnProposal && (officer.Role == Roles.Director || Acting is not null);

    /// <summary>Nobody rules on the declining of what they proposed.</summary>
    public bool IsOwnProposal => officer.Role == Roles.Director && Row.ProposedById == officer.Id;

    /// <summary>In whose stead, signed as everywhere; null for the head.</summary>
    public string? Acting { get; private set; }

    /// <summary>The office's text does not count this reason as a good one; the head may all the same.</summary>
    public bool IsUnlisted => Declined is { } declined && !Rules.JustifiedBy.Value.Contains(declined.Ground);

    public string IfUnjustified => (Rules.AfterUnjustified.Value, Rules.UnjustifiedPaysTurn.Value) switch
    {
        (AfterDecline.MustTake, _) => "仍由其承办，轮次照计",
        (_, true) => "轮次照计，改由下一顺位承办",
        _ => "轮次退回，改由下一顺位承办",
    };

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await AssignmentRow.Of(db, Id).SingleOrDefaultAsync(ct) is not { } row)
        {
            return false;
        }

        Row = row;
        Brief = await CaseBrief.ReadAsync(db, row.CaseId, ct);
        Declined = await DeclineView.Of(db, db.Declines.Where(d => d.AssignmentId == Id)).SingleOrDefaultAsync(ct);
        var under = officer.Role == Roles.Clerk && row.DecidingBody == DecidingBody.CentreDirector && row.ProposedById != officer.Id ? await authorities.FindAsync(officer.Id, ActingPower.Proposals, ct) : null;
        Acting = under is not null && under.PrincipalId != row.ProposedById ? await AuthorityWords.OfAsync(db, under.Id, ct) : null;
        Rules = await books.RulesAsync(officer.OfficeId, Declined?.DeclinedAtUtc ?? clock.UtcNow, ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await rule.RunAsync(Id, new(Form.Justified!.Value, Form.Reason.Trim()), ct);
        return await this.AnswerAsync(
            outcome,
            assignment => this.Done(
                AssignmentStatuses.Undone.Contains(assignment.Status) ? "已裁定，案件回到待指派，由经办提出下一顺位。" : "已裁定，案件仍由其承办。",
                Redirect($"/cases/{assignment.CaseId}")),       // not to the proposal: opening it would hold the case against the clerk
            ct);
    }
}

/// <summary>What the centre's head finds.</summary>
public sealed class RulingOnDeclineForm
{
    [Required(ErrorMessage = "请选择理由是否成立。"), Display(Name = "裁定")]
    public bool? Justified { get; set; }

    [Required, Display(Name = "裁定意见"), StringLength(500)]
    public string Reason { get; set; } = "";
}
