using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>负责人决定一项指派意见 (BB-5.1).</summary>
[Authorize(Policy = Policies.Director)]
public sealed class ApprovalModel(AidDb db, DecideAssignment decide, DecisionNames names) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ApprovalForm Form { get; set; } = new();

    public AssignmentRow Row { get; private set; } = null!;

    public CaseBrief Brief { get; private set; } = null!;

    public DecisionView Decision { get; private set; } = null!;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await AssignmentRow.Of(db, Id).SingleOrDefaultAsync(ct) is not { } row)
        {
            return false;
        }

        Row = row;
        Brief = await CaseBrief.ReadAsync(db, row.CaseId, ct);
        var record = await db.Decisions.AsNoTracking().SingleAsync(d => d.Id == row.DecisionId, ct);
        Decision = await names.ReadAsync(CanonicalJson.Read<AssignmentDecision>(record.Result), row.CaseId, ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await decide.RunAsync(Id, new(Form.Agrees!.Value, Form.Note, Form.SetsAside), ct);
        if (outcome is { Value: { } assignment })
        {
            this.Tell(
                !Form.Agrees.Value ? "已退回，轮次已恢复。"
                : assignment.NoticeNumber is { } number ? $"已同意指派，承办人已确定，《指派通知书》{number} 已制作。"
                : "已同意指派，等待机构安排承办人。");
            return Redirect($"/cases/{assignment.CaseId}");
        }

        return outcome is null ? NotFound() : await this.RefusedAsync(outcome.Refusals, ct);
    }
}

/// <summary>The decision of the centre's head.</summary>
public sealed class ApprovalForm
{
    [Required(ErrorMessage = "请选择同意或不同意。"), Display(Name = "决定")]
    public bool? Agrees { get; set; }

    [Display(Name = "意见"), StringLength(500)]
    public string? Note { get; set; }

    [Display(Name = "不同意时：本案不再由其承办")]
    public bool SetsAside { get; set; }
}
