using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>更正姓名、性别.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class CorrectionModel(AidDb db, CorrectPerson correct) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public CorrectionForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Genders { get; } = [new("男", "男"), new("女", "女")];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var found = await db.Memberships.AsNoTracking().Include(m => m.Person).SingleOrDefaultAsync(m => m.Id == Id && m.LeftOn == null, ct);
        if (found is null)
        {
            return false;
        }

        Name = found.NameOf(found.Person);
        if (!HttpMethods.IsPost(Request.Method))
        {
            Form = new() { Name = Name, Gender = found.GenderOf(found.Person) };
        }

        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await correct.RunAsync(Id, new(TextCleaning.PersonName(Form.Name), Form.Gender, Form.Evidence.Trim()), ct),
                _ => this.Done("已更正。", RedirectToPage("Person", new { Id })),
                ct)
            : await this.MalformedAsync(ct);
}

/// <summary>Name and gender as the identity document has them, and what was looked at.</summary>
public sealed class CorrectionForm
{
    [Required, Display(Name = "姓名"), StringLength(60)]
    public string Name { get; set; } = "";

    [Required, Display(Name = "性别"), RegularExpression("[男女]")]
    public string Gender { get; set; } = "";

    [Required, Display(Name = "凭据"), StringLength(200)]
    public string Evidence { get; set; } = "";
}
