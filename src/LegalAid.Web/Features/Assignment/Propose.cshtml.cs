using LegalAid.Rules.Assignment;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Assignment.Declines;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
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

    /// <summary>What the proposal passes over, if it is made: each needs the clerk's reason, or has one already.</summary>
    public IReadOnlyList<PassedOverRule> PassedOver { get; private set; } = [];

    public bool NeedsNote => PassedOver.Any(rule => !rule.HasOwnReason);

    public OutOfTurnChoices OutOfTurn { get; private set; } = null!;

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
        LastUndone = await UndoneLine.LastAsync(db, CaseId, ct);
        Drawn = await preview.DrawAsync(found, Form.OutOfTurn?.Fact, ct);
        PassedOver = Rules.Assignment.PassedOver.RulesOf(Drawn.Facts, Decision.Decision);
        RememberWhatIsShown();
        OutOfTurn = await OutOfTurnChoices.ReadAsync(db, Drawn.Facts, clock.Today, ct);
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
        return await this.AnswerAsync(
            outcome,
            made => this.Done(made.DecidingBody == DecidingBody.BureauAfterDiscussion ? "指派意见已提交，请组织集体讨论后书面报请司法局。" : "指派意见已提交，等待负责人决定。", RedirectToPage("Why", new { made.Id })),
            ct);
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

        return await this.AnswerAsync(await ruleOnNamesake.RunAsync(CaseId, Ruling.SourceId, Ruling.SamePerson, Ruling.Reason, ct), _ => RedirectToPage(new { CaseId }), ct);
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
}
