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

namespace LegalAid.Web.Features.Assignment;

/// <summary>撤回指派意见，或者撤销机构尚未安排承办人的指派</summary>
[Authorize(Policy = Policies.Deciding)]
public sealed class UndoModel(AidDb db, UndoAssignment undo, LiftSettingAside lift, AuthorityCheck authorities, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public UndoForm Form { get; set; } = new();

    public AssignmentRow Row { get; private set; } = null!;

    public bool Revokes => Row.Status == AssignmentStatus.Approved;

    public string Verb => Revokes ? "撤销指派" : "撤回指派意见";

    /// <summary>Who decided may also say that they should not take the case at all.</summary>
    public bool MaySetAside => Revokes ? CanUndo : officer.Role == Roles.Director;

    public bool CanLift => Row.SetsAside && officer.Role == LiftSettingAside.DeciderOf(Row.DecidingBody, Row.Status);

    /// <summary>Whose it would be, where it is not this officer's.</summary>
    public string? NotHere => Row.Status switch
    {
        AssignmentStatus.Proposed => officer.Role == Roles.Bureau ? "指派意见由中心撤回；司法局可以在决定时不同意。" : null,
        AssignmentStatus.Approved when ByBureau => officer.Role == Roles.Bureau ? null : "司法局决定的指派，由司法局撤销。",
        AssignmentStatus.Approved => officer.Role == Roles.Director || Acts ? null : "负责人同意以后，由负责人撤销。",
        _ => "这项指派现在不能撤回。",
    };

    public bool CanUndo => NotHere is null;

    private bool ByBureau => Row.DecidingBody == DecidingBody.BureauAfterDiscussion;

    private bool Acts { get; set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await AssignmentRow.Of(db, Id).SingleOrDefaultAsync(ct) is not { } row)
        {
            return false;
        }

        Row = row;
        Acts = officer.Role == Roles.Clerk && await authorities.FindAsync(officer.Id, ActingPower.Revocations, ct) is not null;
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostLiftAsync(CancellationToken ct)
    {
        ModelState.Clear();
        var outcome = await lift.RunAsync(Id, ct);
        if (outcome is { Value: { } assignment })
        {
            this.Tell("已恢复，重新提出时照常排定。");
            return Redirect($"/cases/{assignment.CaseId}");
        }

        return outcome is null ? NotFound() : await this.RefusedAsync(outcome.Refusals, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await undo.RunAsync(Id, new(Form.Reason, Form.SetsAside, Form.KeepsTurn), ct),
                assignment => this.Done($"{(assignment.Status == AssignmentStatus.Revoked ? "已撤销指派" : "已撤回指派意见")}，{(Form.KeepsTurn ? "轮次照计" : "轮次已退回")}，案件回到待指派。", Redirect($"/cases/{assignment.CaseId}")),
                ct)
            : await this.MalformedAsync(ct);
}

/// <summary>Why an assignment is taken back.</summary>
public sealed class UndoForm
{
    [Required, Display(Name = "理由"), StringLength(500)]
    public string Reason { get; set; } = "";

    [Display(Name = "本案不再由其承办")]
    public bool SetsAside { get; set; }

    [Display(Name = "无正当理由不承办，轮次照计")]
    public bool KeepsTurn { get; set; }
}
