using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Declines;

/// <summary>The person the turn fell to accepts (接受指派). An institution accepts by naming its handler.</summary>
public sealed class AcceptAssignment(AidDb db, DeclineFactsReader reader, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<CaseAssignment>?> RunAsync(Guid assignmentId, CancellationToken ct)
    {
        var assignment = await reader.Own().SingleOrDefaultAsync(a => a.Id == assignmentId && a.MembershipId != null, ct);
        if (assignment is null)
        {
            return null;
        }

        if (await WhyNotAsync(assignment, ct) is { } refusal)
        {
            return refusal;
        }

        db.Add(new Reception { Id = Guid.CreateVersion7(), OfficeId = assignment.OfficeId, AssignmentId = assignment.Id, Kind = ReceptionKind.Accepted, OfficerId = officer.Id, AtUtc = clock.UtcNow });
        db.Entry(assignment).Property(a => a.AwaitsRuling).IsModified = true;       // accepting and declining at once meet the assignment's version
        db.Note(assignment.OfficeId, clock.UtcNow, Act.AssignmentAccepted, assignment.CaseId, officer.Id, details: new { assignment = assignment.Id });
        await db.SaveChangesAsync(ct);
        return assignment;
    }

    private async Task<Refusal?> WhyNotAsync(CaseAssignment assignment, CancellationToken ct) =>
        assignment.AwaitsRuling ? new("awaits-ruling", "已提出辞接，待中心负责人裁定。", ["LAW-46"])
        : AssignmentStatuses.Undone.Contains(assignment.Status) ? new("undone", "这项指派已经不再有效。", ["LAW-46"])
        : assignment.Status != AssignmentStatus.HandlerNamed || assignment.ReplyNumber is not null ? new("answered", "已函告办案机关，不需要再接受。", ["LAW-46"])
        : await db.Receptions.AnyAsync(r => r.AssignmentId == assignment.Id && r.Kind == ReceptionKind.Accepted, ct) ? new("accepted", "已经接受指派。", ["LAW-46"])
        : null;
}
