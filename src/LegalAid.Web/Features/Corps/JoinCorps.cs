using LegalAid.Rules.Common;
using LegalAid.Rules.Corps;
using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>The prefecture records that somebody of its counties' rosters joined the service corps (QDN-4.2a). The counties read it from then on.</summary>
public sealed class JoinCorps(AidDb db, CorpsCandidates candidates, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<CorpsMember>?> RunAsync(Guid membershipId, DateOnly on, string evidence, CancellationToken ct)
    {
        if (await candidates.FindAsync(membershipId, ct) is not { } candidate)
        {
            return null;
        }

        var (refusal, rules) = await candidates.HereAsync(ct);
        refusal ??= CorpsStanding.WhyNotJoin(await candidates.RowsOf(candidate.PersonId).AnyAsync(m => m.LeftOn == null, ct), on, clock.Today, rules!.Membership);
        if (refusal is not null)
        {
            return refusal;
        }

        var member = new CorpsMember { Id = Guid.CreateVersion7(), OfficeId = officer.OfficeId, PersonId = candidate.PersonId, JoinedOn = on, Evidence = evidence, RecordedById = officer.Id };
        db.Add(member);
        db.Note(officer.OfficeId, clock.UtcNow, Act.CorpsJoined, member.Id, officer.Id, details: new { since = on });
        await db.SaveChangesAsync(ct);
        return member;
    }
}
