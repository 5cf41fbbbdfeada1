using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>异议: what was objected, and the head's answer.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ObjectionModel(AidDb db, AnswerObjection answer, FieldCipher cipher, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ObjectionAnswerForm Form { get; set; } = new();

    public ResultObjection Objection { get; private set; } = null!;

    public string Name { get; private set; } = "";

    /// <summary>How whoever objected on the public page is reached.</summary>
    public string? Contact { get; private set; }

    public bool MayAnswer => officer.Role == Roles.Director && Objection.AnsweredAtUtc is null;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.ResultObjections.AsNoTracking().SingleOrDefaultAsync(o => o.Id == Id, ct) is not { } objection)
        {
            return false;
        }

        Objection = objection;
        Contact = objection.RaisersContact is { } contact ? cipher.Open(contact) : null;
        Name = await db.PoolApplications.Where(a => a.Id == objection.ApplicationId).Select(a => a.Name).SingleAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        officer.Role != Roles.Director ? Forbid()
        : ModelState.IsValid
            ? await this.AnswerAsync(await answer.RunAsync(Id, Form.Upheld!.Value, Form.Answer.Trim(), ct), made => this.Done("已答复异议。", RedirectToPage("Results", new { Id = made.RoundId })), ct)
            : await this.MalformedAsync(ct);
}

/// <summary>The answer to an objection.</summary>
public sealed class ObjectionAnswerForm
{
    [Required, Display(Name = "是否成立")]
    public bool? Upheld { get; set; }

    [Required, Display(Name = "答复"), StringLength(400)]
    public string Answer { get; set; } = "";
}
