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

namespace LegalAid.Web.Features.Assignment.ConflictReports;

/// <summary>利害关系报告: the centre reads what was reported, its head decides (CF-16).</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class DecideModel(AidDb db, DecideConflictReport decide, AuthorityCheck authorities, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ConflictDecisionForm Form { get; set; } = new();

    public AssignmentRow Row { get; private set; } = null!;

    public CaseBrief Brief { get; private set; } = null!;

    public IReadOnlyList<ConflictReportView> Reports { get; private set; } = [];

    public bool CanDecide { get; private set; }

    /// <summary>In whose stead, signed as everywhere; null for the head.</summary>
    public string? Acting { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await AssignmentRow.Of(db, Id).SingleOrDefaultAsync(ct) is not { } row)
        {
            return false;
        }

        Row = row;
        Brief = await CaseBrief.ReadAsync(db, row.CaseId, ct);
        Reports = await ConflictReportView.OfAsync(db, Id, ct);
        var under = officer.Role == Roles.Clerk && row.ProposedById != officer.Id ? await authorities.FindAsync(officer.Id, ActingPower.Revocations, ct) : null;
        Acting = under is not null && under.PrincipalId != row.ProposedById ? await AuthorityWords.OfAsync(db, under.Id, ct) : null;
        CanDecide = (officer.Role == Roles.Director || Acting is not null) && !AssignmentStatuses.Undone.Contains(row.Status) && Reports.Any(r => r.Status == ConflictReportStatus.Waiting);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await decide.RunAsync(Id, new(Form.Upheld!.Value, Form.WholeInstitution, Form.Reason.Trim()), ct),
                assignment => this.Done(
                    AssignmentStatuses.Undone.Contains(assignment.Status) ? "已收回指派，案件回到待指派；该承办人不再列入本案候选。" : "已决定，案件仍由其承办。",
                    Redirect($"/cases/{assignment.CaseId}")),
                ct)
            : await this.MalformedAsync(ct);
}

/// <summary>What is decided on a report.</summary>
public sealed class ConflictDecisionForm
{
    [Required(ErrorMessage = "请选择是否更换。"), Display(Name = "决定")]
    public bool? Upheld { get; set; }

    [Display(Name = "该机构其他人员也不承办本案")]
    public bool WholeInstitution { get; set; }

    [Required, Display(Name = "决定的理由"), StringLength(500)]
    public string Reason { get; set; } = "";
}
