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

/// <summary>我的在库情况: a member's own state on a phone, what waits for them, and what they consent to.</summary>
[Authorize(Policy = Policies.Practitioner)]
public sealed class MineModel(AidDb db, MemberStateReader states, OfficeBooks books, StateAgainstRemoval state, GiveListConsent consent, ConfirmRenewal confirm, OwnRenewals renewals, OfficeClock clock, CurrentOfficer officer)
    : PageModel, IFormPage
{
    [BindProperty]
    public Guid ProposalId { get; set; }

    [BindProperty]
    public bool? Consents { get; set; }

    [BindProperty]
    public StatementForm Stated { get; set; } = new();

    [BindProperty]
    public ConfirmationForm Confirmed { get; set; } = new();

    public Guid MemberId => officer.MembershipId!.Value;

    public string Institution { get; private set; } = "";

    public MemberStanding Standing { get; private set; } = null!;

    public IReadOnlyList<RemovalRow> Removals { get; private set; } = [];

    public IReadOnlyList<PoolExit> Exits { get; private set; } = [];

    public OwnRenewal? Renewal { get; private set; }

    /// <summary>The times away that run or lie ahead.</summary>
    public IReadOnlyList<TimeAway> Away { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public DateOnly? ConsentOn { get; private set; }

    public bool HasPublicList { get; private set; }

    public bool CanApply { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (officer.MembershipId is not { } own || await states.ReadAsync(own, ct) is not { } standing)
        {
            return false;
        }

        Standing = standing;
        var member = await db.Memberships.AsNoTracking().Where(m => m.Id == own).Select(m => new { m.LeftOn, m.ListConsentOn, Institution = m.Institution.Name }).SingleAsync(ct);
        (Institution, ConsentOn) = (member.Institution, member.ListConsentOn);
        Away = await db.Absences.Where(a => a.MembershipId == own && a.VoidedAtUtc == null && (a.LastDay == null || a.LastDay >= clock.Today)).OrderBy(a => a.FirstDay).ThenBy(a => a.Id).Select(a => new TimeAway(a.Kind, a.FirstDay, a.LastDay)).ToListAsync(ct);
        Removals = await RemovalRow.Of(db, db.RemovalProposals.Where(p => p.MembershipId == own)).ToListAsync(ct);
        Exits = await db.PoolExits.AsNoTracking().Where(e => e.MembershipId == own).OrderByDescending(e => e.AppliedAtUtc).Take(5).ToListAsync(ct);
        Renewal = await renewals.ReadAsync(ct);
        HasPublicList = (await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).Disclosure?.Roster is not null;
        CanApply = member.LeftOn is null && Exits.All(exit => exit.Status != ExitStatus.Waiting);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostStateAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Stated));
        return ModelState.IsValid
            ? await this.AnswerAsync(await state.RunAsync(ProposalId, Stated.Statement.Trim(), ct), _ => this.Done("陈述申辩已提交。", RedirectToPage()), ct)
            : await this.MalformedAsync(ct);
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Confirmed));
        return ModelState.IsValid
            ? await this.AnswerAsync(await confirm.RunAsync(Confirmed.Statement?.Trim(), ct), _ => this.Done("已确认。", RedirectToPage()), ct)
            : await this.MalformedAsync(ct);
    }

    public async Task<IActionResult> OnPostConsentAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Consents));
        return Consents is { } consents
            ? await this.AnswerAsync(await consent.RunAsync(consents, ct), _ => this.Done(consents ? "已登记同意公开。" : "已撤回同意。", RedirectToPage()), ct)
            : await this.MalformedAsync(ct);
    }
}
