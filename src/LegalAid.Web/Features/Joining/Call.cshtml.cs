using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>招募通知 as those read it who were told of it, and the way to an own application.</summary>
[Authorize(Policy = Policies.Joining)]
public sealed class CallModel(AidDb db, RoundBooks books, StartApplication start, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public RecruitmentRound Round { get; private set; } = null!;

    public RoundText Text { get; private set; } = null!;

    public IReadOnlyList<RoundChange> Changes { get; private set; } = [];

    public bool CanApply => !IsFirm && Round.IsOpenAt(NowUtc);

    public bool IsFirm => officer.Role == Roles.FirmAdministrator;

    public DateTime NowUtc => clock.UtcNow;

    public DateOnly Today => clock.Today;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.RecruitmentRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id && r.PublishedAtUtc != null, ct) is not { } round)
        {
            return false;
        }

        Round = round;
        Changes = [.. (await RoundChange.ReadAsync(db, [Id], ct))[Id]];
        Text = RoundText.Of(round, await db.Offices.AsNoTracking().SingleAsync(o => o.Id == round.OfficeId, ct), await books.OfAsync(round, NowUtc, ct));
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        IsFirm ? Forbid() : await this.AnswerAsync(await start.RunAsync(Id, ct), application => Redirect($"/joining/applications/{application.Id}"), ct);
}
