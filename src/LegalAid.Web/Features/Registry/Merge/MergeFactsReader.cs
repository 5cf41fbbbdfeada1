using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Corps;
using LegalAid.Store.Registry;
using LegalAid.Store.Training;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Gathers what stands against making one of two records: other offices, and what is under way.</summary>
public sealed class MergeFactsReader(AidDb db, OfficeClock clock)
{
    public async Task<MergeFacts> ReadAsync(Membership kept, Membership merged, CancellationToken ct)
    {
        var (persons, today) = (new[] { kept.PersonId, merged.PersonId }, clock.Today);
        var elsewhere = await db.Database.SqlQuery<bool>($"select held_elsewhere({persons}) as \"Value\"").SingleAsync(ct);
        return new(
            kept.Id == merged.Id,
            kept.MergedIntoId is not null || merged.MergedIntoId is not null,
            kept.LeftOn <= today && !(merged.LeftOn <= today),
            elsewhere,
            await ClashesAsync(kept, merged, ct));
    }

    private async Task<List<MergeClash>> ClashesAsync(Membership kept, Membership merged, CancellationToken ct)
    {
        var (one, other) = (kept.Id, merged.Id);
        List<Guid> both = [one, other];
        List<(MergeClash Clash, Func<Task<bool>> Stands)> clashes =
        [
            (MergeClash.SameCase, () => db.Assignments.AnyAsync(a => a.Handlers.Any(h => h.MembershipId == one) && a.Handlers.Any(h => h.MembershipId == other), ct)),
            (MergeClash.Undecided, () => db.Assignments.AnyAsync(
                a => both.Contains(a.MembershipId!.Value) && (a.Status == AssignmentStatus.Proposed || a.Status == AssignmentStatus.Approved || a.AwaitsRuling), ct)),
            (MergeClash.Guides, () => GuidesAsync(one, other, ct)),
            (MergeClash.Leaving, () => LeavingAsync(both, ct)),
            (MergeClash.Renewal, () => BothAsync(db.Renewals.Where(r => both.Contains(r.MembershipId!.Value) && r.Outcome == RenewalOutcome.Waiting).GroupBy(r => r.RoundId).Select(of => of.Count()), ct)),
            (MergeClash.Probation, () => BothAsync(db.Probations.Where(p => both.Contains(p.MembershipId) && p.Status == ProbationStatus.Running).GroupBy(p => p.OfficeId).Select(of => of.Count()), ct)),
            (MergeClash.Sitting, () => db.ExamSittings.AnyAsync(s => both.Contains(s.MembershipId) && s.HandedInAtUtc == null && s.DueAtUtc > clock.UtcNow, ct)),
            (MergeClash.Bids, () => db.CasePostings.AnyAsync(p => p.Status == PostingStatus.Open && p.Bids.Any(b => b.MembershipId == one) && p.Bids.Any(b => b.MembershipId == other), ct)),
            (MergeClash.Corps, () => CorpsAsync([kept.PersonId, merged.PersonId], ct)),
        ];
        var found = new List<MergeClash>();
        foreach (var (clash, stands) in clashes)
        {
            if (await stands())
            {
                found.Add(clash);
            }
        }

        return found;
    }

    private async Task<bool> GuidesAsync(Guid one, Guid other, CancellationToken ct) =>
        await db.Memberships.AnyAsync(m => (m.Id == one && m.MentorId == other) || (m.Id == other && m.MentorId == one), ct)
        || await db.Probations.AnyAsync(p => (p.MembershipId == one && p.CompanionId == other) || (p.MembershipId == other && p.CompanionId == one), ct);

    private async Task<bool> LeavingAsync(List<Guid> both, CancellationToken ct) =>
        await db.PoolExits.AnyAsync(e => both.Contains(e.MembershipId) && e.Status == ExitStatus.Waiting, ct)
        || await db.RemovalProposals.AnyAsync(p => both.Contains(p.MembershipId) && p.Status == RemovalStatus.Waiting, ct);

    private Task<bool> CorpsAsync(List<Guid> persons, CancellationToken ct) =>
        BothAsync(db.CorpsMembers.Where(m => persons.Contains(m.PersonId) && m.LeftOn == null).GroupBy(m => m.OfficeId).Select(of => of.Count()), ct);

    private static async Task<bool> BothAsync(IQueryable<int> counts, CancellationToken ct) => (await counts.ToListAsync(ct)).Exists(count => count > 1);
}
