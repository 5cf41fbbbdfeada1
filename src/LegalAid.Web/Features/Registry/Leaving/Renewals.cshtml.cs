using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>集中更新 (WZ-4.2, QDN-4.1b): when it is due, and the round that is open.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class RenewalsModel(AidDb db, RenewalReader reader, OpenRenewal open, CloseRenewal close, DecideRenewal decide, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty]
    public EarlyForm Form { get; set; } = new();

    [BindProperty]
    public KeptForm Kept { get; set; } = new();

    public DateOnly? DueOn { get; private set; }

    /// <summary>The prefecture looks at its service corps, in which nobody has an entry of the own pool.</summary>
    public bool OfCorps { get; private set; }

    public DateOnly Today => clock.Today;

    public RenewalRound? Round { get; private set; }

    public int Waiting { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<RenewalRow> Rows { get; private set; } = [];

    public bool IsHead => officer.Role == Roles.Director;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        DueOn = await reader.DueOnAsync(officer.OfficeId, ct);
        OfCorps = (await reader.RulesAsync(officer.OfficeId, ct))?.OfCorps == true;
        Round = await reader.OpenAsync(officer.OfficeId, ct);
        if (Round is { } round)
        {
            Total = await db.Renewals.CountAsync(r => r.RoundId == round.Id, ct);
            Waiting = await db.Renewals.CountAsync(r => r.RoundId == round.Id && r.Outcome == RenewalOutcome.Waiting, ct);
            Rows = await reader.RowsAsync(db.Renewals.Where(r => r.RoundId == round.Id), officer.OfficeId, (Math.Max(1, P) - 1) * PageSize, PageSize, ct);
        }

        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    /// <summary>Several are kept at once only where nothing asks for a look of its own; everybody else is decided on alone.</summary>
    public bool CanBeKept(RenewalRow row) => IsHead && row is { Outcome: RenewalOutcome.Waiting, ConfirmedAtUtc: not null, Statement: null, Unqualified: 0 };

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Kept));
        return !IsHead ? Forbid()
            : ModelState.IsValid ? await this.AnswerAsync(await decide.RunAsync(Kept.Ids, keeps: true, note: null, ct), kept => this.Done($"{kept.Count} 人已决定续任。", RedirectToPage(new { P })), ct)
            : await this.MalformedAsync(ct);
    }

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Form));
        return !IsHead ? Forbid()
            : ModelState.IsValid ? await this.AnswerAsync(await open.RunAsync(Form.Reason, ct), _ => this.Done("集中更新已开始。", RedirectToPage()), ct)
            : await this.MalformedAsync(ct);
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct) =>
        IsHead ? await this.AnswerAsync(await close.RunAsync(ct), _ => this.Done("集中更新已结束。", RedirectToPage()), ct) : Forbid();
}

/// <summary>Why a round comes before it is due.</summary>
public sealed class EarlyForm
{
    [Display(Name = "提前更新的理由"), StringLength(500)]
    public string? Reason { get; set; }
}

/// <summary>Who is kept together.</summary>
public sealed class KeptForm
{
    [Display(Name = "人员")]
    public List<Guid> Ids { get; set; } = [];
}
