using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>登记跨区承办意愿 (QDN-1.1).</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class WillingnessModel(AidDb db, RecordWillingness record) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public WillingnessForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var found = await db.Memberships.Where(m => m.Id == Id && m.LeftOn == null).Select(m => new { Name = m.RosterName ?? m.Person.Name, m.WillingFromElsewhereOn }).SingleOrDefaultAsync(ct);
        Name = found?.Name ?? "";
        if (HttpMethods.IsGet(Request.Method))
        {
            Form.Since = found?.WillingFromElsewhereOn;
        }

        return found is not null;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await record.RunAsync(Id, Form.Since, Form.Evidence.Trim(), ct),
                member => this.Done(member.WillingFromElsewhereOn is null ? "已登记撤回，在办案件不受影响。" : "已登记跨区承办意愿。", RedirectToPage("Person", new { Id })),
                ct)
            : await this.MalformedAsync(ct);
}

/// <summary>Since when somebody is willing, and what shows it.</summary>
public sealed class WillingnessForm
{
    [Display(Name = "自愿接受本机构指派，自")]
    public DateOnly? Since { get; set; }

    [Required, Display(Name = "凭据"), StringLength(200)]
    public string Evidence { get; set; } = "";
}
