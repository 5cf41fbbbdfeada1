using LegalAid.Store;
using LegalAid.Store.Assignment;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>A case that is under way when somebody leaves, and what has to be done about it.</summary>
/// <param name="CaseId">Null for one brought along, which has <paramref name="PriorId"/>.</param>
/// <param name="CaseNumber">The office's number.</param>
/// <param name="Handlers">Their names.</param>
/// <param name="Effect">What leaving means for it.</param>
/// <param name="Status">How far its assignment has come.</param>
/// <param name="PriorId">The record of one brought along.</param>
public sealed record RunningMatter(Guid? CaseId, string CaseNumber, string Handlers, string Effect, AssignmentStatus Status, Guid? PriorId = null);

/// <summary>What is under way with a member or an institution. Nothing of it moves by itself when they leave (WZ-26.2), so the clerk is warned case by case.</summary>
public sealed class RunningMatters(AidDb db)
{
    public Task<List<RunningMatter>> OfMemberAsync(Guid id, CancellationToken ct) => ReadAsync(
        db.Assignments.Where(a => a.MembershipId == id || a.Handlers.Any(h => h.MembershipId == id)),
        db.PriorMatters.Where(m => m.MembershipId == id),
        ct);

    public Task<List<RunningMatter>> OfInstitutionAsync(Guid id, CancellationToken ct) => ReadAsync(
        db.Assignments.Where(a => a.InstitutionId == id),
        db.PriorMatters.Where(m => m.InstitutionId == id),
        ct);

    private async Task<List<RunningMatter>> ReadAsync(IQueryable<CaseAssignment> assignments, IQueryable<Store.Registry.PriorMatter> priors, CancellationToken ct)
    {
        var own = await (
            from assignment in assignments.AsNoTracking()
            join aidCase in db.Cases on assignment.CaseId equals aidCase.Id
            where !AssignmentStatuses.Undone.Contains(assignment.Status)
            orderby aidCase.Number
            select new { aidCase.Id, aidCase.Number, assignment.Status, Handlers = assignment.Handlers.Select(h => h.Membership.RosterName ?? h.Membership.Person.Name).ToList() }).ToListAsync(ct);
        var prior = await priors.AsNoTracking().Where(m => m.ClosedOn == null).OrderBy(m => m.CaseNumber)
            .Select(m => new { m.Id, m.CaseNumber, Handler = db.Memberships.Where(h => h.Id == m.MembershipId).Select(h => h.RosterName ?? h.Person.Name).First() }).ToListAsync(ct);
        return
        [
            .. own.Select(c => new RunningMatter(c.Id, c.Number, string.Join('、', c.Handlers), EffectOn(c.Status), c.Status)),
            .. prior.Select(m => new RunningMatter(null, m.CaseNumber, m.Handler, EffectOn(AssignmentStatus.HandlerNamed), AssignmentStatus.HandlerNamed, m.Id)),
        ];
    }

    private static string EffectOn(AssignmentStatus status) => status switch
    {
        AssignmentStatus.Proposed => "指派意见待审批：请负责人不予同意，退回后重新指派",
        AssignmentStatus.Approved => "尚未安排承办人：自离开之日起不能再安排",
        _ => "继续由承办人办理；不能继续的，须变更承办人",
    };
}
