using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Accounts;

/// <summary>建立账户; the first password is shown once, on the answer.</summary>
[Authorize(Policy = Policies.Accounts)]
public sealed class NewAccountModel(AidDb db, OpenAccount open, CurrentOfficer officer) : PageModel, IFormPage
{
    [BindProperty]
    public AccountForm Form { get; set; } = new();

    public AccountOpened? Opened { get; private set; }

    public IReadOnlyList<SelectListItem> RoleChoices { get; } = [.. Roles.Given.Select(role => new SelectListItem(Roles.Name(role), role))];

    public IReadOnlyList<SelectListItem> Institutions { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Stations { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        Institutions = await db.Institutions.Where(i => db.Memberships.Any(m => m.InstitutionId == i.Id && m.LeftOn == null))
            .OrderBy(i => i.Name).Select(i => new SelectListItem(i.Name, i.Id.ToString())).ToListAsync(ct);
        Stations = await db.Stations.Where(s => s.ClosedAtUtc == null).OrderBy(s => s.Name).Select(s => new SelectListItem(s.Name, s.Id.ToString())).ToListAsync(ct);
        Members = await db.Memberships.Where(m => m.LeftOn == null).OrderBy(m => EF.Functions.Collate(m.Institution.Name, ShownNames.PinyinOrder)).ThenBy(m => EF.Property<string>(m, ShownNames.Column))
            .Select(m => new SelectListItem((m.RosterName ?? m.Person.Name) + "（" + m.Institution.Name + "）", m.Id.ToString())).ToListAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await open.RunAsync(Form, new(officer.OfficeId, officer.Id), ct);
        Opened = outcome.Value;
        return Opened is null ? await this.RefusedAsync(outcome.Refusals, ct) : Page();
    }
}

/// <summary>Whose account is to be opened, and as what.</summary>
public sealed class AccountForm
{
    [Required, Display(Name = "用户名"), RegularExpression("[A-Za-z0-9._-]{3,40}", ErrorMessage = "用户名用 3 至 40 个字母、数字、点、横线。")]
    public string UserName { get; set; } = "";

    [Required, Display(Name = "姓名"), StringLength(40)]
    public string DisplayName { get; set; } = "";

    [Required, Display(Name = "岗位"), AllowedRole]
    public string? Role { get; set; }

    [Display(Name = "所属机构")]
    public Guid? InstitutionId { get; set; }

    [Display(Name = "名册上的本人")]
    public Guid? MembershipId { get; set; }

    [Display(Name = "工作站")]
    public Guid? StationId { get; set; }
}

/// <summary>A role the administrator gives; a recipient's account is the centre's to open.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AllowedRoleAttribute : ValidationAttribute
{
    public AllowedRoleAttribute()
        : base("请选择岗位。")
    {
    }

    public override bool IsValid(object? value) => value is null || Roles.Given.Contains(value as string, StringComparer.Ordinal);
}
