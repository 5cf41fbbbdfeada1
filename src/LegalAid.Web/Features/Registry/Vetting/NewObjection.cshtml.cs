using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>登记对名单的异议.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class NewObjectionModel(AidDb db, RecordObjection record) : PageModel, IFormPage
{
    private const int Offered = 500;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ObjectionForm Form { get; set; } = new();

    public RecruitmentRound Round { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Applicants { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.RecruitmentRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id, ct) is not { } round)
        {
            return false;
        }

        Round = round;
        Applicants = await db.PoolApplications.Where(a => a.RoundId == Id && a.Status == ApplicationStatus.Selected).OrderBy(a => EF.Functions.Collate(a.Name, ShownNames.PinyinOrder)).ThenBy(a => a.Id).Take(Offered)
            .Select(a => new SelectListItem(a.Name, a.Id.ToString())).ToListAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await record.RunAsync(Id, Form, ct), _ => this.Done("已登记异议，待负责人答复。", RedirectToPage("Results", new { Id })), ct)
            : await this.MalformedAsync(ct);
}

/// <summary>An objection.</summary>
public sealed class ObjectionForm
{
    [Required, Display(Name = "对何人")]
    public Guid? ApplicationId { get; set; }

    [Display(Name = "提出人"), StringLength(60)]
    public string? RaisedBy { get; set; }

    [Required, Display(Name = "提出日期")]
    public DateOnly? RaisedOn { get; set; }

    [Required, Display(Name = "内容"), StringLength(500)]
    public string Statement { get; set; } = "";
}
