using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>招募批次: its window, how the places are filled now, who was told of it, what became of the applications.</summary>
[Authorize(Policy = Policies.Office)]
[LooksBelow]
public sealed class RoundModel(AidDb db, RoundBooks books, OfficeClock clock, CurrentOfficer officer) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public RecruitmentRound Round { get; private set; } = null!;

    public Office Office { get; private set; } = null!;

    public IReadOnlyList<QuotaRow> Quotas { get; private set; } = [];

    public IReadOnlyDictionary<ApplicationStatus, int> Statuses { get; private set; } = new Dictionary<ApplicationStatus, int>();

    /// <summary>The places of one kind may be filled by the other (QJ-1.1).</summary>
    public bool Interchangeable { get; private set; }

    public ReadingCount Readings { get; private set; } = new(0, 0, 0, 0);

    public IReadOnlyList<Extension> Extensions { get; private set; } = [];

    public bool CanExtend { get; private set; }

    public bool CanEdit => AtHome && Round.Status == RoundStatus.Draft && officer.Role is Roles.Clerk or Roles.Director;

    public bool CanPublish => AtHome && Round.Status == RoundStatus.Draft && officer.Role == Roles.Director;

    public bool CanWithdraw => AtHome && Round.Status is RoundStatus.Draft or RoundStatus.Published && officer.Role == Roles.Director;

    public DateTime NowUtc => clock.UtcNow;

    public DateOnly Today => clock.Today;

    private bool AtHome => Round.OfficeId == officer.OfficeId;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.RecruitmentRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id, ct) is not { } round)
        {
            return NotFound();
        }

        Round = round;
        Office = await db.Offices.AsNoTracking().SingleAsync(o => o.Id == round.OfficeId, ct);
        Quotas = await RoundFacts.QuotasAsync(db, round, ct);
        Statuses = await RoundFacts.StatusesAsync(db, round, NowUtc, ct);
        Readings = await RoundFacts.ReadingsAsync(db, Id, ct);
        Extensions = await db.RoundExtensions.AsNoTracking().Where(e => e.RoundId == Id).OrderBy(e => e.AtUtc).ThenBy(e => e.Id)
            .Select(e => new Extension(e.AtUtc, e.ClosedAtUtcBefore, e.ClosesAtUtc, e.Reason, db.Users.Where(u => u.Id == e.OfficerId).Select(u => u.DisplayName).FirstOrDefault() ?? "—")).ToListAsync(ct);
        var rules = await books.OfAsync(round, NowUtc, ct);
        Interchangeable = rules.Quotas is { Interchangeable.Value: true };
        CanExtend = AtHome && officer.Role == Roles.Director && round.Status == RoundStatus.Published && round.ClosesAtUtc > NowUtc && rules.Window is { Extendable.Value: true };
        return Page();
    }

    /// <summary>A closing time moved.</summary>
    public sealed record Extension(DateTime AtUtc, DateTime Before, DateTime After, string Reason, string By);
}
