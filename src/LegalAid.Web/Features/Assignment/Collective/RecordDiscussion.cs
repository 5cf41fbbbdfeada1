using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Recusals;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Store.Recusals;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Collective;

/// <summary>What the record of a discussion says.</summary>
/// <param name="HeldOn">The day of the discussion.</param>
/// <param name="Attendees">Officers of the centre who were present.</param>
/// <param name="Opinions">Who thought what.</param>
/// <param name="Agrees">Whether it came out for the clerk's proposal.</param>
/// <param name="Conclusion">What was concluded.</param>
public sealed record DiscussionMinutes(DateOnly HeldOn, IReadOnlyList<Guid> Attendees, string Opinions, bool Agrees, string Conclusion);

/// <summary>Puts the centre's collective discussion of a proposal on record (BB-5.2). Nothing is decided by it: the bureau is asked next.</summary>
public sealed class RecordDiscussion(AidDb db, DecidingPath path, RecusalCheck recusals, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<CaseAssignment>?> RunAsync(Guid assignmentId, DiscussionMinutes minutes, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var assignment = await db.Assignments.SingleOrDefaultAsync(a => a.Id == assignmentId, ct);
        if (assignment is null)
        {
            return null;
        }

        var aidCase = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == assignment.CaseId, ct);
        if (await WhyNotAsync(assignment, aidCase, minutes, ct) is { } refusal)
        {
            return refusal;
        }

        Record(assignment, minutes);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return assignment;
    }

    private async Task<Refusal?> WhyNotAsync(CaseAssignment assignment, AidCase aidCase, DiscussionMinutes minutes, CancellationToken ct)
    {
        var rules = await path.RulesAsync(assignment, ct);
        var clauses = WhoDecides.ClausesOf(assignment.DecidingBody, rules);
        var present = minutes.Attendees.Distinct().ToList();
        return
            assignment.Status != AssignmentStatus.Proposed ? new("not-proposed", "这项指派意见已经决定或者撤回，不再讨论。", clauses)
            : assignment.DecidingBody != DecidingBody.BureauAfterDiscussion ? new("ordinary", "本案由中心负责人决定，不需要集体讨论。", clauses)
            : assignment.DiscussedAtUtc is not null ? new("discussed", "集体讨论已经记录。记录有误的，撤回指派意见后重新办理。", clauses)
            : await path.WhyNotStillAsync(assignment, aidCase, rules, ct) is { } moved ? moved
            : await InCentreAsync(present, assignment.OfficeId, ct) != present.Count ? new("discussion-strangers", "参加人只能是本中心现有的经办人员和负责人，请重新选择。", clauses)
            : await WhyNotPresentAsync(present, assignment.CaseId, ct) is { } recused ? recused
            : CollectiveDiscussionRules.WhyNotRecord(minutes.HeldOn, present.Count, DateOnly.FromDateTime(OfficeClock.ToLocal(assignment.ProposedAtUtc)), clock.Today, rules);
    }

    // Whoever has to stand aside takes no part in it, by word as little as by vote (BB-8.1). Behind the case's lock: a declaration is seen here or comes after.
    private async Task<Refusal?> WhyNotPresentAsync(List<Guid> present, Guid caseId, CancellationToken ct)
    {
        await CaseLock.TakeAsync(db, caseId, ct);
        foreach (var attendee in await Centre(db, officer.OfficeId).Where(o => present.Contains(o.Id)).OrderBy(o => o.UserName).Select(o => new { o.Id, o.DisplayName }).ToListAsync(ct))
        {
            if (await recusals.WhyNotActAsync([caseId], attendee.Id, ct) is { } recused)
            {
                return new("discussion-recused", "须回避本案的人员不能参加讨论，请重新选择参加人。", recused.ClauseIds, $"{attendee.DisplayName}{ActingOnCase.WordOf(recused)}");
            }
        }

        return null;
    }

    private Task<int> InCentreAsync(List<Guid> people, Guid officeId, CancellationToken ct) => Centre(db, officeId).CountAsync(o => people.Contains(o.Id), ct);

    /// <summary>Clerks and directors of the office whose account is not closed.</summary>
    internal static IQueryable<Officer> Centre(AidDb db, Guid officeId) => db.Users
        .Where(o => o.OfficeId == officeId && (o.Role == Roles.Clerk || o.Role == Roles.Director) && o.LockoutEnd != DateTimeOffset.MaxValue);

    private void Record(CaseAssignment assignment, DiscussionMinutes minutes)
    {
        var discussion = new CollectiveDiscussion
        {
            Id = Guid.CreateVersion7(),
            OfficeId = assignment.OfficeId,
            AssignmentId = assignment.Id,
            HeldOn = minutes.HeldOn,
            Opinions = minutes.Opinions.Trim(),
            Agrees = minutes.Agrees,
            Conclusion = minutes.Conclusion.Trim(),
            RecordedById = officer.Id,
        };
        discussion.Attendees.AddRange(minutes.Attendees.Distinct().Select(id =>
            new DiscussionAttendee { Id = Guid.CreateVersion7(), OfficeId = assignment.OfficeId, DiscussionId = discussion.Id, OfficerId = id }));
        db.Add(discussion);
        assignment.DiscussedAtUtc = clock.UtcNow;       // also moves the row's version: whoever withdraws or corrects meanwhile is told
        db.Note(
            assignment.OfficeId, clock.UtcNow, Act.DiscussionRecorded, assignment.CaseId, officer.Id,
            details: new { assignment = assignment.Id, heldOn = minutes.HeldOn, attendees = minutes.Attendees.Distinct(), agrees = minutes.Agrees });
    }
}
