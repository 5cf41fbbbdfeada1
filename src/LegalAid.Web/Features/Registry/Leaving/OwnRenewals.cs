using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Store.Database;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// The entry of the one signed in, in the round of renewal that is open. A corps member's entry is the prefecture's, the account may be a county's (QDN-4.1b), so it is looked
/// for by the person; whoever asks comes back with <see cref="ComeBackAsync"/>.
/// </summary>
public sealed class OwnRenewals(AidDb db, RenewalDossiers dossiers, OfficeClock clock, CurrentOfficer officer)
{
    /// <summary>For one of the corps it looks at the whole tree of offices until <see cref="ComeBackAsync"/>.</summary>
    public async Task<Renewal?> FindInSightAsync(CancellationToken ct)
    {
        var (own, today) = (officer.MembershipId, clock.Today);
        var open = db.Renewals.Where(r => db.RenewalRounds.Any(round => round.Id == r.RoundId && round.ClosedOn == null));
        if (await open.SingleOrDefaultAsync(r => r.MembershipId != null && r.MembershipId == own, ct) is { } ofPool)
        {
            return ofPool;
        }

        if (await CorpsMembers.On(db, today).AsNoTracking().Where(c => db.Memberships.Any(m => m.Id == own && m.PersonId == c.PersonId)).FirstOrDefaultAsync(ct) is not { } corps)
        {
            return null;
        }

        await db.SeeAsync(await db.Offices.Where(o => o.Id == corps.OfficeId || o.ParentId == corps.OfficeId).Select(o => o.Id).ToListAsync(ct), ct);
        return await open.SingleOrDefaultAsync(r => r.CorpsMemberId == corps.Id, ct);
    }

    public Task ComeBackAsync(CancellationToken ct) => db.Scope.OfficeIds is [var one] && one == officer.OfficeId ? Task.CompletedTask : db.SeeAsync([officer.OfficeId], ct);

    /// <summary>The entry with its dossier; null where none is open.</summary>
    public async Task<OwnRenewal?> ReadAsync(CancellationToken ct)
    {
        var found = await FindInSightAsync(ct) is { } renewal ? new OwnRenewal(renewal, await dossiers.ReadAsync(renewal, ct)) : null;
        await ComeBackAsync(ct);
        return found;
    }

    /// <summary>Whether it waits for the person's word.</summary>
    public async Task<bool> AwaitsWordAsync(CancellationToken ct)
    {
        var waits = await FindInSightAsync(ct) is { ConfirmedAtUtc: null, Outcome: RenewalOutcome.Waiting };
        await ComeBackAsync(ct);
        return waits;
    }
}

/// <summary>An entry of one's own and what the program knows of the period.</summary>
public sealed record OwnRenewal(Renewal Entry, RenewalDossier Dossier);
