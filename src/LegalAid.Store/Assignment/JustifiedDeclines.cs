using LegalAid.Rules.Assignment;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>Who declined a case for good reason: passed over in every later proposal for it.</summary>
internal static class JustifiedDeclines
{
    public static async Task<List<DeclinedFact>> OfAsync(AidDb db, Guid caseId, CancellationToken ct)
    {
        var found = await (
            from d in db.Declines.AsNoTracking()
            where d.Status == DeclineStatus.Justified && d.RuledAtUtc != null
            join a in db.Assignments on d.AssignmentId equals a.Id
            where a.CaseId == caseId
            select new { Candidate = a.MembershipId ?? a.InstitutionId, d.Ground, d.RuledAtUtc }).ToListAsync(ct);
        return
        [
            .. found.GroupBy(d => d.Candidate).Select(same => same.MinBy(d => d.RuledAtUtc)!).OrderBy(d => d.Candidate)
                .Select(d => new DeclinedFact(d.Candidate, d.Ground, DateOnly.FromDateTime(OfficeClock.ToLocal(d.RuledAtUtc!.Value)))),
        ];
    }
}
