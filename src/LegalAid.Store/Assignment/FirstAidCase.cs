using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>Who tells a fact, when, and what shows it.</summary>
public sealed record FactTold(Guid OfficerId, DateTime AtUtc, string Evidence);

/// <summary>The day of a member's first legal-aid case, anywhere or here: as declared, from before this program, or handled here, whichever is earliest.</summary>
public static class FirstAidCase
{
    public static async Task<DateOnly?> OfAsync(AidDb db, Membership member, CancellationToken ct) => new[] { member.FirstAidCaseOn, await HereAsync(db, member, ct) }.Min();

    public static async Task<DateOnly?> HereAsync(AidDb db, Membership member, CancellationToken ct)
    {
        var prior = await db.PriorMatters.Where(m => m.MembershipId == member.Id).Select(m => (DateOnly?)m.AssignedOn).MinAsync(ct);
        var own = await db.CaseHandlers.Where(h => h.MembershipId == member.Id)
            .Join(db.Assignments.Where(a => !AssignmentStatuses.Undone.Contains(a.Status)), h => h.AssignmentId, a => a.Id, (_, a) => (DateTime?)a.ProposedAtUtc).MinAsync(ct);
        return new[] { member.FirstAidCaseHereOn, prior, own is { } at ? DateOnly.FromDateTime(OfficeClock.ToLocal(at)) : null }.Min();
    }

    /// <summary>Writes down the day of somebody who is named mentor or companion, with the trace on their own record: before, after and what shows it.</summary>
    public static void Tell(AidDb db, Membership member, DateOnly firstOn, FactTold told)
    {
        if (member.FirstAidCaseOn == firstOn)
        {
            return;
        }

        db.Note(member.OfficeId, told.AtUtc, Act.MemberChanged, member.Id, told.OfficerId, told.Evidence, new { fields = "首件法律援助案件", before = member.FirstAidCaseOn, after = firstOn });
        member.FirstAidCaseOn = firstOn;
    }
}
