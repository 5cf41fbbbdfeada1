using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>入库申请: the own applications, and what one may apply for now.</summary>
[Authorize(Policy = Policies.Applying)]
public sealed class IndexModel(AidDb db, OfficeClock clock, CurrentOfficer officer) : PageModel
{
    private const int Most = 20;

    public IReadOnlyList<OwnApplication> Applications { get; private set; } = [];

    public IReadOnlyList<OpenRound> Open { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (me, now) = (officer.Id, clock.UtcNow);
        var own = await (
            from a in db.PoolApplications.AsNoTracking()
            where a.ApplicantId == me
            join r in db.RecruitmentRounds on a.RoundId equals r.Id
            orderby a.Id descending
            select new { a.Id, r.Title, r.OpensAtUtc, r.ClosesAtUtc, Round = r.Status, a.Status, InTime = a.SubmittedAtUtc != null, a.ReturnReason, a.RoundId }).Take(Most).ToListAsync(ct);
        Applications = own.ConvertAll(a => new OwnApplication(a.Id, a.Title, a.OpensAtUtc, a.ClosesAtUtc, ApplicationStatuses.Outside(ApplicationStatuses.At(a.Status, a.InTime, a.ClosesAtUtc, now), a.Round, a.ClosesAtUtc), a.ReturnReason));
        var applied = own.Where(a => !ApplicationStatuses.CameToNothing.Contains(a.Status)).Select(a => a.RoundId).ToList();
        Open = await db.RecruitmentRounds.AsNoTracking().Where(r => r.Status == RoundStatus.Published && (r.ClosesAtUtc == null || r.ClosesAtUtc > now) && !applied.Contains(r.Id))
            .OrderBy(r => r.OpensAtUtc).ThenBy(r => r.Id).Take(Most).Select(r => new OpenRound(r.Id, r.Title, r.OpensAtUtc, r.ClosesAtUtc)).ToListAsync(ct);
    }

    /// <summary>An own application.</summary>
    public sealed record OwnApplication(Guid Id, string Title, DateTime OpensAtUtc, DateTime? ClosesAtUtc, ApplicationStatus Status, string? Reason);

    /// <summary>A call one has not answered yet.</summary>
    public sealed record OpenRound(Guid Id, string Title, DateTime OpensAtUtc, DateTime? ClosesAtUtc);
}
