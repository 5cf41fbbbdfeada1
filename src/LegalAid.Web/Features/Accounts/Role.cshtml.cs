using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Accounts;

/// <summary>变更岗位: asked for here, confirmed by the security administrator.</summary>
[Authorize(Policy = Policies.Accounts)]
public sealed class RoleModel(AidDb db, AskForRole ask, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public RoleForm Form { get; set; } = new();

    public Officer Officer { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Choices { get; } = [.. AskForRole.Exchangeable.Select(role => new SelectListItem(Roles.Name(role), role))];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var found = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == Id && u.OfficeId == officer.OfficeId && u.PasswordHash != null && u.Role != Roles.Recipient, ct);
        if (found is not null)
        {
            Officer = found;
        }

        return found is not null;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await ask.RunAsync(Id, Form.Role!, Form.Reason.Trim(), ct),
                _ => this.Done("已提出，待安全保密管理员确认。", Redirect($"/accounts/{Id}")),
                ct)
            : await this.MalformedAsync(ct);
}

/// <summary>The role wanted, and why.</summary>
public sealed class RoleForm
{
    [Required, Display(Name = "新岗位"), AllowedRole]
    public string? Role { get; set; }

    [Required, Display(Name = "原因"), StringLength(200)]
    public string Reason { get; set; } = "";
}
