using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>退回补正: the centre asks for what is missing or unclear.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ReturnApplicationModel(AidDb db, ReturnApplication send, RoundBooks books, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ReturnApplicationForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    /// <summary>How long the applicant has.</summary>
    public string Within { get; private set; } = "";

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var found = await (
            from a in db.PoolApplications.AsNoTracking().VisibleTo(officer)
            where a.Id == Id
            join r in db.RecruitmentRounds.AsNoTracking() on a.RoundId equals r.Id
            select new { a.Name, a.SubmittedAtUtc, Round = r }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return false;
        }

        (Name, Within) = (found.Name, ApplicationRules.CompletionOf(await books.OfAsync(found.Round, found.SubmittedAtUtc ?? found.Round.OpensAtUtc, ct)).LengthText());
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        return await this.AnswerAsync(await send.RunAsync(Id, Form.Reason.Trim(), ct), _ => this.Done("已退回补正。", Redirect($"/registry/applications/{Id}")), ct);
    }
}

/// <summary>What is missing.</summary>
public sealed class ReturnApplicationForm
{
    [Required, Display(Name = "须补正的内容"), StringLength(500, MinimumLength = 4)]
    public string Reason { get; set; } = "";
}
