using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store.Intake;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Decisions;

/// <summary>A stored decision something is wrong with.</summary>
public sealed record DecisionFault(Guid DecisionId, string What);

/// <summary>
/// Computes every stored decision again, and compares whoever has a case with whom its decision proposed, and aid given or refused with what was decided: of what
/// was altered it tells the decision's id and goes on. Its unit of work must see every office.
/// </summary>
public static class DecisionCheck
{
    /// <summary>How many were recomputed, and what is wrong.</summary>
    public static async Task<(int Checked, List<DecisionFault> Faults)> RunAsync(AidDb db, CancellationToken ct)
    {
        var (checkedCount, faults) = (0, new List<DecisionFault>());
        var decisions =
            from d in db.Decisions.AsNoTracking()
            join a in db.Assignments on d.Id equals a.DecisionId into made
            from a in made.DefaultIfEmpty()
            select new
            {
                Decision = d,
                Taker = a == null ? null : new Taker(a.Id, a.InstitutionId, a.MembershipId, a.Step),
                Status = db.Cases.Where(c => c.Id == d.SubjectId).Select(c => (CaseStatus?)c.Status).FirstOrDefault(),
            };
        await foreach (var row in decisions.AsAsyncEnumerable().WithCancellation(ct))
        {
            checkedCount++;
            if ((DecisionKinds.Fault(row.Decision) ?? row.Taker?.WhyNotOf(row.Decision) ?? WhyNotAs(row.Status, row.Decision)) is { } what)
            {
                faults.Add(new(row.Decision.Id, $"{what}（{row.Decision.MadeAtUtc:u}，{row.Decision.RuleBookVersion}）"));
            }
        }

        var unexplained = await db.Assignments.Where(a => !db.Decisions.Any(d => d.Id == a.DecisionId)).OrderBy(a => a.Id).Select(a => new { a.Id, a.DecisionId }).ToListAsync(ct);
        return (checkedCount, [.. faults.OrderBy(fault => fault.DecisionId), .. unexplained.Select(a => new DecisionFault(a.DecisionId, $"决定不存在，指派 {a.Id} 无据可查"))]);
    }

    // A voided case says no more how it was decided.
    private static string? WhyNotAs(CaseStatus? status, DecisionRecord decision) =>
        decision.Kind == DecisionKinds.Admission && status is { } now and not CaseStatus.Voided
        && CanonicalJson.Read<AidDecision>(decision.Result).Granted != (now != CaseStatus.Refused) ? "案件的状态与审查决定不符" : null;

    // Whoever an assignment went to, as its own row says.
    private sealed record Taker(Guid AssignmentId, Guid InstitutionId, Guid? MembershipId, OrderStep Step)
    {
        /// <summary>Only of a decision that recomputes, so its result can be read.</summary>
        public string? WhyNotOf(DecisionRecord decision) =>
            decision.Kind != DecisionKinds.Assignment ? $"不是指派决定，指派 {AssignmentId} 无据可查"
            : CanonicalJson.Read<AssignmentDecision>(decision.Result).Proposal is not { } proposal ? $"没有建议，却有指派 {AssignmentId}"
            : (proposal.InstitutionId, proposal.PractitionerId, proposal.Step) != (InstitutionId, MembershipId, Step) ? $"指派 {AssignmentId} 的承办人或者步骤与决定的建议不符"
            : null;
    }
}
