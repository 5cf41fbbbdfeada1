using LegalAid.Rules.Corps;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>A posted case as a bidder sees it.</summary>
public sealed record PostingCard(
    Guid Id, string Office, CaseKind Kind, CaseStage Stage, string Cause, string Requirement, string? Rate, DateTime? DueAtUtc, DateTime ClosesAtUtc, string SeedHash, bool HasBid);

/// <summary>What a practitioner may bid for now: in the own office, and as one of the corps in the counties to which they said to be willing.</summary>
public sealed class OpenPostings(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    /// <summary>The signed-in practitioner as bidder in the own office; null for who has left it.</summary>
    public async Task<PostingBidder?> BidderAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var found = await db.Memberships.AsNoTracking().Where(m => m.Id == officer.MembershipId && (m.LeftOn == null || m.LeftOn > today))
            .Select(m => new { m.PersonId, m.WillingFromElsewhereOn, IsLocal = db.Offices.Any(o => o.Id == m.OfficeId && o.District == m.Institution.District) }).SingleOrDefaultAsync(ct);
        return found is null ? null
            : new(found.IsLocal, found.WillingFromElsewhereOn <= today, await CorpsMembers.On(db, today).AnyAsync(m => m.PersonId == found.PersonId, ct));
    }

    /// <summary>The nearest end first.</summary>
    public async Task<IReadOnlyList<PostingCard>> ReadAsync(PostingBidder bidder, CorpsRules? rules, CancellationToken ct)
    {
        var own = rules is not null && Postings.WhyNotBid(bidder, isOpen: true, clock.UtcNow, DateTime.MaxValue, rules) is null ? await OwnAsync(ct) : [];
        return [.. own.Concat(await ElsewhereAsync(ct)).OrderBy(card => card.ClosesAtUtc).ThenBy(card => card.Id)];
    }

    private Task<List<PostingCard>> OwnAsync(CancellationToken ct)
    {
        var (now, me) = (clock.UtcNow, officer.MembershipId);
        return db.CasePostings.AsNoTracking().Where(p => p.Status == PostingStatus.Open && p.ClosesAtUtc > now)
            .Select(p => new PostingCard(
                p.Id, db.Offices.Where(o => o.Id == p.OfficeId).Select(o => o.Name).First(), p.Kind, p.Stage, p.Cause, p.Requirement, p.Rate, p.DueAtUtc, p.ClosesAtUtc, p.SeedHash,
                p.Bids.Any(b => b.MembershipId == me && b.WithdrawnAtUtc == null)))
            .ToListAsync(ct);
    }

    private async Task<IEnumerable<PostingCard>> ElsewhereAsync(CancellationToken ct)
    {
        var (me, now) = (officer.MembershipId, clock.UtcNow);
        var rows = await db.Database.SqlQuery<Row>($"""
            select id as "Id", office as "Office", kind as "Kind", stage as "Stage", cause as "Cause", requirement as "Requirement", rate as "Rate",
              due_at_utc as "DueAtUtc", closes_at_utc as "ClosesAtUtc", seed_hash as "SeedHash", has_bid as "HasBid"
            from postings_elsewhere({me}, {now})
            """).ToListAsync(ct);
        return rows.Select(r => new PostingCard(r.Id, r.Office, Enum.Parse<CaseKind>(r.Kind), Enum.Parse<CaseStage>(r.Stage), r.Cause, r.Requirement, r.Rate, r.DueAtUtc, r.ClosesAtUtc, r.SeedHash, r.HasBid));
    }

    private sealed record Row(Guid Id, string Office, string Kind, string Stage, string Cause, string Requirement, string? Rate, DateTime? DueAtUtc, DateTime ClosesAtUtc, string SeedHash, bool HasBid);
}
