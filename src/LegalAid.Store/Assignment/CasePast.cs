using LegalAid.Rules.Assignment;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>What became of a case's assignments so far: who has it, who stands aside, and who declined it for good reason; the last two are passed over in every later proposal for it.</summary>
internal sealed record CasePast(IReadOnlyList<Guid> Holders, IReadOnlyList<Guid> SetAside, IReadOnlyList<DeclinedFact> Declines)
{
    /// <summary>Those set aside by nothing but a declining found to be without good reason: the next in line takes the case.</summary>
    public IReadOnlyList<Guid> DeclinedInVain { get; private init; } = [];

    public static async Task<CasePast> OfAsync(AidDb db, Guid caseId, CancellationToken ct)
    {
        var past = await (
            from a in db.Assignments.AsNoTracking()
            where a.CaseId == caseId
            from d in db.Declines.Where(d => d.AssignmentId == a.Id && d.RuledAtUtc != null).DefaultIfEmpty()
            select new { a.InstitutionId, Candidate = a.MembershipId ?? a.InstitutionId, a.Status, a.SetsAside, Ruled = (DeclineStatus?)d.Status, Ground = (DeclineGround?)d.Ground, RuledAtUtc = (DateTime?)d.RuledAtUtc }).ToListAsync(ct);
        return new(
            [.. past.Where(a => !AssignmentStatuses.Undone.Contains(a.Status)).Select(a => a.InstitutionId)],
            [.. past.Where(a => a.SetsAside).Select(a => a.Candidate).Distinct().Order()],
            [
                .. past.Where(a => a.Ruled == DeclineStatus.Justified).GroupBy(a => a.Candidate).Select(same => same.MinBy(a => a.RuledAtUtc)!).OrderBy(a => a.Candidate)
                    .Select(a => new DeclinedFact(a.Candidate, a.Ground!.Value, DateOnly.FromDateTime(OfficeClock.ToLocal(a.RuledAtUtc!.Value)))),
            ])
        {
            DeclinedInVain = [.. past.Where(a => a.SetsAside).GroupBy(a => a.Candidate).Where(same => same.All(a => a.Ruled == DeclineStatus.Unjustified)).Select(same => same.Key).Order()],
        };
    }
}
