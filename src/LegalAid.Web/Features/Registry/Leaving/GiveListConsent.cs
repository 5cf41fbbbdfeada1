using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>A member agrees to stand on the published list with everything the book shows, or no longer (单独同意, WZ-8.1). It counts at once.</summary>
public sealed class GiveListConsent(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Membership>?> RunAsync(bool consents, CancellationToken ct)
    {
        if (await db.Memberships.SingleOrDefaultAsync(m => m.Id == officer.MembershipId, ct) is not { } member)
        {
            return null;
        }

        var before = member.ListConsentOn;
        (member.ListConsentOn, member.ListConsentSaidAtUtc) = (consents ? before ?? clock.Today : null, clock.UtcNow);
        db.Note(member.OfficeId, clock.UtcNow, Act.ListConsentChanged, member.Id, officer.Id, details: new { before, after = member.ListConsentOn });
        await db.SaveChangesAsync(ct);
        return member;
    }
}
