using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Assignment.Declines;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>提出指派意见: who is next and why, drawn fresh; nothing is recorded until the clerk submits.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ProposeModel(AidDb db, ProposalPreview preview, ProposeAssignment propose, RuleOnNamesake ruleOnNamesake, ReserveCase reserve, CurrentOfficer officer, OfficeClock clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid CaseId { get; set; }

    [BindProperty]
    public ProposeForm Form { get; set; } = new();

    [BindProperty]
    public RulingForm Ruling { get; set; } = new();

    public AidCase Case { get; private set; } = null!;

    public DrawnProposal Drawn { get; private set; } = null!;

    public DecisionView Decision => Drawn.Decision;

    /// <summary>Steps the office's order does not hold for this case, but a written reason may bring in.</summary>
    public IReadOnlyList<SelectListItem> StepsOutOfTurn { get; private set; } = [];

    /// <summary>People outside the pool; empty where the office's book does not go there.</summary>
    public IReadOnlyList<SelectListItem> Outsiders { get; private set; } = [];

    public CaseBrief Brief { get; private set; } = null!;

    /// <summary>The last assignment of this case that came to nothing, and why; null when there was none.</summary>
    public UndoneLine? LastUndone { get; private set; }

    /// <summary>The clerk asked to leave the order and has not yet seen what comes of it.</summary>
    public bool ShowsRequestFirst { get; private set; }

    public bool IsWaiting => Case.Status == CaseStatus.AwaitingAssignment;

    /// <summary>Who decides on the case now; null when nobody said so.</summary>
    public CaseHold? Hold { get; private set; }

    /// <summary>The own case, and for the centre's head anybody's.</summary>
    public bool MayRelease => Hold is { } hold && (hold.IsOwn || officer.Role == Roles.Director);

    public bool CanSubmit => IsWaiting && Hold is not { IsOwn: false } && Decision.Decision.Proposal is not null;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().Include(c => c.Parties).SingleOrDefaultAsync(c => c.Id == CaseId && c.DecidedAtUtc != null, ct) is not { } found)
        {
            return false;
        }

        Case = found;
        Hold = IsWaiting ? await reserve.NowAsync(CaseId, ct) : null;
        Brief = await CaseBrief.ReadAsync(db, CaseId, ct);
        LastUndone = await LastUndoneAsync(ct);
        Drawn = await preview.DrawAsync(found, Form.OutOfTurn?.Fact, ct);
        RememberWhatIsShown();
        StepsOutOfTurn = [.. OutOfTurnSteps.For(Drawn.Facts).Select(step => new SelectListItem(Words.Of(step), step.ToString()))];
        Outsiders = StepsOutOfTurn.Any(step => step.Value == nameof(OrderStep.OutsidePool)) ? await OutsidersAsync(ct) : [];
        StepsOutOfTurn = [.. StepsOutOfTurn.Where(step => step.Value != nameof(OrderStep.OutsidePool) || Outsiders.Count > 0)];
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Form));
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        if (Form.OutOfTurn is not { HasReason: false } && !Form.WasDrawnAsAsked)
        {
            ShowsRequestFirst = true;
            return await this.ShowAsync(ct);
        }

        var outcome = await propose.RunAsync(CaseId, new(new(Form.InstitutionId, Form.PractitionerId, Form.Turn), Form.Note, Form.OutOfTurn), ct);
        if (outcome is { Value: { } assignment })
        {
            this.Tell(assignment.DecidingBody == DecidingBody.BureauAfterDiscussion ? "指派意见已提交，请组织集体讨论后书面报请司法局。" : "指派意见已提交，等待负责人决定。");
            return RedirectToPage("Why", new { assignment.Id });
        }

        return outcome is null ? NotFound()
            : outcome.Refusal?.Code == ProposeAssignment.StaleCode ? await this.StaleAsync(outcome.Refusals, ct)
            : await this.RefusedAsync(outcome.Refusals, ct);
    }

    /// <summary>Draws the page anew with the request to leave the order; nothing is recorded.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Form));
        return ModelState.IsValid ? await this.ShowAsync(ct) : await this.MalformedAsync(ct);
    }

    public async Task<IActionResult> OnPostRulingAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Ruling));
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await ruleOnNamesake.RunAsync(CaseId, Ruling.SourceId, Ruling.SamePerson, Ruling.Reason, ct);
        return outcome is null ? NotFound()
            : outcome.Value is null ? await this.RefusedAsync(outcome.Refusals, ct)
            : RedirectToPage(new { CaseId });
    }

    /// <summary>开始办理: until it ends, others are told and cannot submit.</summary>
    public async Task<IActionResult> OnPostReserveAsync(CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == CaseId && c.Status == CaseStatus.AwaitingAssignment, ct) is not { } found)
        {
            return NotFound();
        }

        await reserve.RunAsync(found, ct);
        return RedirectToPage(new { CaseId });
    }

    /// <summary>Gives the case free for others before its time.</summary>
    public async Task<IActionResult> OnPostReleaseAsync(CancellationToken ct)
    {
        if (!await db.Cases.AnyAsync(c => c.Id == CaseId, ct))
        {
            return NotFound();
        }

        await reserve.ReleaseAsync(CaseId, ct);
        return RedirectToPage(new { CaseId });
    }

    // The page shows the present turn and proposal, not the ones posted.
    private void RememberWhatIsShown()
    {
        var proposal = Decision.Decision.Proposal;
        (Form.Turn, Form.InstitutionId, Form.PractitionerId) = (Drawn.Turn, proposal?.InstitutionId ?? Guid.Empty, proposal?.PractitionerId);
        (Form.DrawnStep, Form.DrawnOutsiderId) = (Form.OutOfTurn?.Step, Form.OutOfTurn?.PractitionerId);
        foreach (var field in new[] { nameof(Form.Turn), nameof(Form.InstitutionId), nameof(Form.PractitionerId), nameof(Form.DrawnStep), nameof(Form.DrawnOutsiderId) })
        {
            ModelState.Remove($"{nameof(Form)}.{field}");
        }
    }

    private Task<UndoneLine?> LastUndoneAsync(CancellationToken ct) => (
        from a in db.Assignments.AsNoTracking()
        where a.CaseId == CaseId && AssignmentStatuses.Undone.Contains(a.Status)
        join i in db.Institutions on a.InstitutionId equals i.Id
        orderby a.ProposedAtUtc descending
        select new UndoneLine(a.Status, db.Memberships.Where(m => m.Id == a.MembershipId).Select(m => m.RosterName ?? m.Person.Name).FirstOrDefault() ?? i.Name, a.UndoneReason ?? a.DecisionNote, a.UndoneAtUtc ?? a.DecidedAtUtc)).FirstOrDefaultAsync(ct);

    private Task<List<SelectListItem>> OutsidersAsync(CancellationToken ct) => db.Memberships.AsNoTracking()
        .Where(m => m.LeftOn == null).Where(PoolStanding.Outside(Pools.Cases, clock.Today))
        .OrderBy(m => m.Institution.Name).ThenBy(m => m.RosterName ?? m.Person.Name)
        .Select(m => new SelectListItem((m.RosterName ?? m.Person.Name) + "（" + m.Institution.Name + "）", m.Id.ToString()))
        .ToListAsync(ct);
}

/// <summary>An earlier assignment of the case that came to nothing.</summary>
public sealed record UndoneLine(AssignmentStatus Status, string Name, string? Reason, DateTime? AtUtc);

/// <summary>What the clerk saw and says when proposing.</summary>
public sealed class ProposeForm
{
    public Guid InstitutionId { get; set; }

    public Guid? PractitionerId { get; set; }

    public long Turn { get; set; }

    [Display(Name = "说明"), StringLength(500)]
    public string? Note { get; set; }

    [Display(Name = "改按")]
    public OrderStep? Step { get; set; }

    [Display(Name = "库外人员")]
    public Guid? OutsiderId { get; set; }

    [Display(Name = "不按序的书面理由"), StringLength(500)]
    public string? OutOfTurnReason { get; set; }

    /// <summary>The step the page was drawn with; null when it followed the office's order.</summary>
    public OrderStep? DrawnStep { get; set; }

    public Guid? DrawnOutsiderId { get; set; }

    /// <summary>What the clerk asks for now is what the page last showed.</summary>
    internal bool WasDrawnAsAsked => (OutOfTurn?.Step, OutOfTurn?.PractitionerId) == (DrawnStep, DrawnOutsiderId);

    internal OutOfTurnRequest? OutOfTurn => Step is { } step ? new(step, OutOfTurnReason, step == OrderStep.OutsidePool ? OutsiderId : null) : null;
}

/// <summary>The clerk's ruling on a namesake.</summary>
public sealed class RulingForm
{
    public Guid SourceId { get; set; }

    public bool SamePerson { get; set; }

    [Required, Display(Name = "核查情况"), StringLength(300)]
    public string Reason { get; set; } = "";
}
