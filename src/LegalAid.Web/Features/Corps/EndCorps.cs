using LegalAid.Rules.Common;
using LegalAid.Rules.Corps;
using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>How a membership of the corps ends: from which day outside, of the own will or cancelled, and why.</summary>
public sealed record CorpsEnding(CorpsEnd End, DateOnly On, string Reason);

/// <summary>The prefecture records that somebody left the service corps or was struck from it (QDN-4.2a, QDN-4.7). Cases under way stay with them.</summary>
public sealed class EndCorps(AidDb db, CorpsCandidates candidates, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<CorpsMember>?> RunAsync(Guid membershipId, CorpsEnding ending, CancellationToken ct)
    {
        if (await candidates.FindAsync(membershipId, ct) is not { } candidate)
        {
            return null;
        }

        var (refusal, rules) = await candidates.HereAsync(ct);
        var member = await candidates.RowsOf(candidate.PersonId).SingleOrDefaultAsync(m => m.LeftOn == null, ct);
        refusal ??= CorpsStanding.WhyNotEnd(member?.JoinedOn, ending.On, clock.Today, rules!.Membership);
        if (refusal is not null || member is null)
        {
            return refusal!;
        }

        (member.LeftOn, member.End, member.EndReason, member.EndedById) = (ending.On, ending.End, ending.Reason, officer.Id);
        db.Note(officer.OfficeId, clock.UtcNow, Act.CorpsEnded, member.Id, officer.Id, details: new { end = ending.End, lastDay = ending.On.AddDays(-1) });
        await db.SaveChangesAsync(ct);
        return member;
    }
}
