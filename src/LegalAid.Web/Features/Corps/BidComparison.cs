using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>A bidder beside the others: figures and considerations of whoever may take the case, every reason of whoever may not.</summary>
public sealed record BidRow(Guid MemberId, string Name, string Institution, string District, RankedCandidate? Able, ConsideredCandidate? Considered, IReadOnlyList<Refusal> Refusals);

/// <summary>All bids for a case, by what the rules say of each bidder now.</summary>
public sealed record ComparedBids(PostedCase Posted, IReadOnlyList<BidRow> Rows)
{
    /// <summary>Why some of these may not be chosen; empty when all may.</summary>
    public List<Refusal> WhyNotAble(IReadOnlyList<Guid> chosen) =>
        [.. Rows.Where(row => chosen.Contains(row.MemberId)).SelectMany(row => row.Refusals.Select(refusal => refusal with { Message = $"{row.Name}不能承办：{refusal.Message}" }))];
}

/// <summary>
/// Puts those who bid side by side (QDN-4.6b) with the gates of the real decision. In the order of their licences: when somebody bid says nothing.
/// </summary>
public sealed class BidComparison(AidDb db, AssignmentFactsReader reader, OfficeClock clock)
{
    /// <param name="aidCase">Posted, with its parties.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<ComparedBids> DrawAsync(AidCase aidCase, CancellationToken ct)
    {
        var facts = await reader.ReadAsync(aidCase, await reader.PresentQueueAsync(aidCase, ct), clock.Now, outOfTurn: null, ct);
        var decision = AssignmentDecision.Decide(facts);
        var posted = facts.Case.Posted ?? throw new InvalidOperationException("Only a posted case has bids.");
        var ids = posted.Bids.Select(bid => bid.MemberId).ToList();
        var people = await db.Memberships.AsNoTracking().Where(m => ids.Contains(m.Id))
            .Select(m => new { m.Id, Name = m.RosterName ?? m.Person.Name, m.InstitutionId, Institution = m.Institution.Name, m.Institution.District }).ToDictionaryAsync(m => m.Id, ct);
        return new(posted,
        [
            .. from id in ids
               let person = people[id]
               let able = decision.Able.FirstOrDefault(a => a.PractitionerId == id || (a.PractitionerId is null && a.FitPractitionerIds.Contains(id)))
               select new BidRow(id, person.Name, person.Institution, person.District, able,
                   decision.Considered?.Candidates.FirstOrDefault(c => able is not null && (c.InstitutionId, c.PractitionerId) == (able.InstitutionId, able.PractitionerId)),
                   able is null ? Reasons(decision, id, person.InstitutionId) : []),
        ]);
    }

    private static List<Refusal> Reasons(AssignmentDecision decision, Guid id, Guid institution)
    {
        var own = decision.Excluded.Where(e => e.PractitionerId == id || (e.PractitionerId is null && e.InstitutionId == institution)).SelectMany(e => e.Refusals)
            .Concat(decision.Able.SelectMany(a => a.Unfit).Where(u => u.PractitionerId == id).SelectMany(u => u.Refusals)).ToList();
        return own.Count > 0 ? own : [new("bidder-left", "已不在名册上。", ["QDN-4.6b"])];
    }
}
