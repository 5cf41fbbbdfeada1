using LegalAid.Rules.Assignment;
using LegalAid.Store;
using LegalAid.Store.Rulebooks;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Collective;

/// <summary>The record of the discussion as pages and papers show it.</summary>
public sealed record DiscussionView(DateOnly HeldOn, IReadOnlyList<string> Present, string Opinions, bool Agrees, string Conclusion, string RecordedBy);

/// <summary>The way of a proposal to the bureau: what was done, and what is still to come.</summary>
/// <param name="Row">The proposal.</param>
/// <param name="Discussion">Null until it is on record.</param>
/// <param name="ReportedBy">Who asked the bureau; null until then.</param>
/// <param name="Rules">The office's book of the day it was proposed.</param>
public sealed record CollectiveView(AssignmentRow Row, DiscussionView? Discussion, string? ReportedBy, AssignmentRules Rules)
{
    public string DiscussionClause => WhoDecides.ClausesOf(DecidingBody.BureauAfterDiscussion, Rules)[0];

    public string BureauClause => WhoDecides.ClausesOf(DecidingBody.BureauAfterDiscussion, Rules)[^1];
}

/// <summary>Reads the way of a proposal to the bureau.</summary>
public sealed class CollectiveSteps(AidDb db, OfficeBooks books)
{
    /// <summary>Null where the centre's head decides.</summary>
    public async Task<CollectiveView?> ReadAsync(AssignmentRow row, CancellationToken ct)
    {
        if (row.DecidingBody != DecidingBody.BureauAfterDiscussion)
        {
            return null;
        }

        var assignment = await db.Assignments.AsNoTracking().Where(a => a.Id == row.Id)
            .Select(a => new { a.OfficeId, ReportedBy = db.Users.Where(u => u.Id == a.ReportedById).Select(u => u.DisplayName).FirstOrDefault() }).SingleAsync(ct);
        var proposedOn = DateOnly.FromDateTime(OfficeClock.ToLocal(row.ProposedAtUtc));
        var rules = (await books.InForceOnAsync(assignment.OfficeId, proposedOn, ct)).Assignment;
        return new(row, await DiscussionAsync(row.Id, ct), assignment.ReportedBy, rules);
    }

    public async Task<DiscussionView?> DiscussionAsync(Guid assignmentId, CancellationToken ct)
    {
        var found = await db.CollectiveDiscussions.AsNoTracking().Where(d => d.AssignmentId == assignmentId).Select(d => new
        {
            d.HeldOn,
            d.Opinions,
            d.Agrees,
            d.Conclusion,
            Present = d.Attendees.Select(a => db.Users.Where(u => u.Id == a.OfficerId).Select(u => u.DisplayName).First()).ToList(),
            RecordedBy = db.Users.Where(u => u.Id == d.RecordedById).Select(u => u.DisplayName).First(),
        }).SingleOrDefaultAsync(ct);
        return found is null ? null : new(found.HeldOn, [.. found.Present.Order(StringComparer.Ordinal)], found.Opinions, found.Agrees, found.Conclusion, found.RecordedBy);
    }
}
