using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>How a round stands: how many wait, are chosen, refused, taken in; the chosen by kind, as quotas count them.</summary>
public sealed record RoundTally(int Waiting, int Selected, int Refused, int Admitted, int Lawyers, int LegalWorkers)
{
    public static async Task<RoundTally> ReadAsync(AidDb db, Guid roundId, CancellationToken ct)
    {
        var counts = await db.PoolApplications.Where(a => a.RoundId == roundId).GroupBy(a => new { a.Status, a.As, Reached = a.SubmittedAtUtc != null })
            .Select(of => new { of.Key.Status, of.Key.As, of.Key.Reached, Count = of.Count() }).ToListAsync(ct);
        var taken = counts.Where(count => count.Status is ApplicationStatus.Selected or ApplicationStatus.Admitted).ToList();
        return new(
            counts.Where(count => ApplicationStatuses.IsUndecided(count.Status, count.Reached)).Sum(count => count.Count),
            Of(ApplicationStatus.Selected),
            Of(ApplicationStatus.Refused),
            Of(ApplicationStatus.Admitted),
            taken.Where(count => count.As != PoolPerson.LegalWorker).Sum(count => count.Count),
            taken.Where(count => count.As == PoolPerson.LegalWorker).Sum(count => count.Count));

        int Of(ApplicationStatus status) => counts.Where(count => count.Status == status).Sum(count => count.Count);
    }
}
