using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Authority;

/// <summary>授权代行: to whom, for what, from when until when, by which letter.</summary>
[Authorize(Policy = Policies.Deciders)]
public sealed class NewModel(AidDb db, GrantAuthority grant, CurrentOfficer officer, OfficeClock clock) : PageModel, IFormPage
{
    [BindProperty]
    public AuthorityForm Form { get; set; } = new();

    /// <summary>The bureau names the head in whose stead; a head lets only the own decisions go.</summary>
    public bool NamesPrincipal => officer.Role == Roles.Bureau;

    public IReadOnlyList<SelectListItem> Heads { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Clerks { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        Clerks = await GrantAuthority.Clerks(db, officer.OfficeId).OrderBy(o => o.DisplayName).ThenBy(o => o.UserName)
            .Select(o => new SelectListItem(o.DisplayName + "（" + o.UserName + "）", o.Id.ToString())).ToListAsync(ct);
        Heads = await db.Users.Where(o => o.OfficeId == officer.OfficeId && o.Role == Roles.Director).OrderBy(o => o.DisplayName).ThenBy(o => o.UserName)
            .Select(o => new SelectListItem(o.DisplayName + "（" + o.UserName + "）", o.Id.ToString())).ToListAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Form.FirstDay = clock.Today;
        return this.ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (NamesPrincipal && Form.PrincipalId is null)
        {
            ModelState.AddModelError("Form.PrincipalId", "请选择授权人。");
        }

        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await grant.RunAsync(Form.ToOrder(NamesPrincipal ? Form.PrincipalId!.Value : officer.Id), ct);
        if (outcome is not { Value: not null })
        {
            return outcome is null ? NotFound() : await this.RefusedAsync(outcome.Refusals, ct);
        }

        this.Tell("已授权。期间内由其代行决定，记录、文书和留痕都写明代行。");
        return RedirectToPage("Index");
    }
}

/// <summary>A letter of authority as it is typed.</summary>
public sealed class AuthorityForm
{
    [Display(Name = "授权人")]
    public Guid? PrincipalId { get; set; }

    [Required, Display(Name = "代行人")]
    public Guid? OfficerId { get; set; }

    [Required, Display(Name = "授权书文号"), StringLength(60)]
    public string LetterNumber { get; set; } = "";

    [Required, Display(Name = "起始日期")]
    public DateOnly? FirstDay { get; set; }

    [Required, Display(Name = "截止日期")]
    public DateOnly? LastDay { get; set; }

    [Display(Name = "决定普通案件的指派意见，裁定其辞接")]
    public bool DecidesProposals { get; set; }

    [Display(Name = "撤销、收回负责人同意的指派")]
    public bool Revokes { get; set; }

    [Display(Name = "决定工作人员的回避")]
    public bool DecidesRecusals { get; set; }

    public AuthorityOrder ToOrder(Guid principalId) =>
        new(principalId, OfficerId!.Value, LetterNumber.Trim(), FirstDay!.Value, LastDay!.Value, new(DecidesProposals, Revokes, DecidesRecusals));
}
