using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
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

/// <summary>启用前的案件: closed by the centre, and a mistake taken back.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class MatterModel(AidDb db, ClosePriorMatter close, ReopenPriorMatter reopen, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public MatterClosingForm Form { get; set; } = new();

    [BindProperty]
    public ReasonForm Mistake { get; set; } = new();

    public PriorMatter Matter { get; private set; } = null!;

    public string Handler { get; private set; } = "";

    public Refusal? WhyNotReopen { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.PriorMatters.AsNoTracking().SingleOrDefaultAsync(m => m.Id == Id, ct) is not { } matter)
        {
            return false;
        }

        Matter = matter;
        Handler = await db.Memberships.Where(m => m.Id == matter.MembershipId).Select(m => m.RosterName ?? m.Person.Name).SingleAsync(ct);
        WhyNotReopen = PriorMatters.WhyNotReopen(matter.ClosedOn, ReopenPriorMatter.RecordedOn(matter, clock.Today), officer.Role == Roles.Director, clock.Today);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Form));
        return ModelState.IsValid
            ? await this.AnswerAsync(await close.RunAsync(Id, Form.Day!.Value, Form.Note.Trim(), ct), _ => this.Done("已登记结案。", RedirectToPage(new { Id })), ct)
            : await this.MalformedAsync(ct);
    }

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Mistake));
        return ModelState.IsValid
            ? await this.AnswerAsync(await reopen.RunAsync(Id, Mistake.Reason.Trim(), ct), _ => this.Done("已撤回结案登记，案件仍在办。", RedirectToPage(new { Id })), ct)
            : await this.MalformedAsync(ct);
    }
}

/// <summary>When a case brought along was closed, and how it ended.</summary>
public sealed class MatterClosingForm
{
    [Required, Display(Name = "结案日")]
    public DateOnly? Day { get; set; }

    [Required, Display(Name = "结果"), StringLength(200)]
    public string Note { get; set; } = "";
}
