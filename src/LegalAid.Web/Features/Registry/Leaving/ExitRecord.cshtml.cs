using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>审批退出 (WZ-29.1b): read by the centre, decided by its head, or registered by the centre where the book asks for no consent.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ExitRecordModel(AidDb db, RunningMatters running, DecideExit decide, OfficeBooks books, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ExitDecisionForm Form { get; set; } = new();

    public ExitRow Row { get; private set; } = null!;

    public IReadOnlyList<RunningMatter> Running { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public bool NeedsConsent { get; private set; }

    public bool MayDecide => IsDecider && Row.Status == ExitStatus.Waiting;

    private bool IsDecider => officer.Role == Roles.Director || !NeedsConsent;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await ExitRow.Of(db, db.PoolExits.Where(e => e.Id == Id)).SingleOrDefaultAsync(ct) is not { } row)
        {
            return false;
        }

        Row = row;
        Running = await running.OfMemberAsync(row.MembershipId, ct);
        await ReadRulesAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Form.Day = clock.Today;
        return this.ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ReadRulesAsync(ct);
        if (!IsDecider)
        {
            return Forbid();
        }

        return ModelState.IsValid
            ? await this.AnswerAsync(
                await decide.RunAsync(Id, Form.Agrees!.Value, Form.Day, Form.Note?.Trim(), ct),
                exit => this.Done(exit.Status == ExitStatus.Granted ? $"{(NeedsConsent ? "已同意" : "已登记")}自 {Show.FullDay(exit.LeftOn!.Value)} 起退出。" : "已答复不同意。", RedirectToPage(new { Id })),
                ct)
            : await this.MalformedAsync(ct);
    }

    private async Task ReadRulesAsync(CancellationToken ct) => NeedsConsent = Exits.NeedsConsent((await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).Sanctions?.Exit);
}

/// <summary>Whether the head agrees, and from which day on.</summary>
public sealed class ExitDecisionForm
{
    [Required]
    public bool? Agrees { get; set; }

    [Display(Name = "离开日")]
    public DateOnly? Day { get; set; }

    [Display(Name = "意见"), StringLength(500)]
    public string? Note { get; set; }
}
