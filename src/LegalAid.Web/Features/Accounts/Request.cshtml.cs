using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Accounts;

/// <summary>确认岗位: the second of the two persons it takes.</summary>
[Authorize(Policy = Policies.Security)]
public sealed class RequestModel(AidDb db, DecideRole decide, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public RoleDecisionForm Form { get; set; } = new();

    public RoleRequestRow Row { get; private set; } = null!;

    public bool CanDecide => Row.Status == RoleRequestStatus.Waiting && Row.AskedById != officer.Id && Row.AccountId != officer.Id;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await RoleRequestRow.Of(db, db.RoleRequests.Where(r => r.Id == Id)).SingleOrDefaultAsync(ct) is not { } row)
        {
            return false;
        }

        Row = row;
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await decide.RunAsync(Id, Form.Grants!.Value, Form.Reason, ct),
                _ => this.Done(Form.Grants.Value ? "岗位已确认，现在生效。" : "已记录不予确认。", RedirectToPage("Security")),
                ct)
            : await this.MalformedAsync(ct);
}

/// <summary>The decision on a role.</summary>
public sealed class RoleDecisionForm
{
    [Required(ErrorMessage = "请选择确认或者不予确认。"), Display(Name = "决定")]
    public bool? Grants { get; set; }

    [Display(Name = "理由"), StringLength(200)]
    public string? Reason { get; set; }
}
