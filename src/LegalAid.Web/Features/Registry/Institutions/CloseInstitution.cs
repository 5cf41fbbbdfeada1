using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>What is recorded of an institution that ends its work here; the new district only where it moved away.</summary>
public sealed record ClosingOrder(ClosingKind Kind, DateOnly Day, string? NewDistrict, string Reason);

/// <summary>
/// Records that an institution was dissolved or moved away (注销、迁出): in one transaction its places in the queues close, its members leave the pool, and
/// every balance stays in the sum of its queue. Cases under way stay where they are until each is changed.
/// </summary>
public sealed class CloseInstitution(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Institution>?> RunAsync(Guid institutionId, ClosingOrder order, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await InstitutionsKnown.LockAsync(db, institutionId, ct) is not { } institution)
        {
            return null;
        }

        var district = await db.Offices.Where(o => o.Id == officer.OfficeId).Select(o => o.District).SingleAsync(ct);
        var standing = new Standing(institution.District, institution.ClosedOn, await DepartureFacts.LastGivenToInstitutionAsync(db, institution.Id, ct));
        if (Departures.WhyNotClose(standing, district, order.Kind, order.Day, order.NewDistrict, clock.Today) is { } refusal)
        {
            return refusal;
        }

        var members = await db.Memberships.WithStandings().Where(m => m.InstitutionId == institution.Id && (m.LeftOn == null || m.LeftOn > order.Day)).OrderBy(m => m.Id).ToListAsync(ct);
        var places = await QueueLeavers.CloseAsync(db, [institution.Id, .. members.Select(m => m.Id)], order.Day, ct);
        await RecordAsync(institution, order, (members, places), ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return institution;
    }

    private async Task RecordAsync(Institution institution, ClosingOrder order, (List<Membership> Members, IReadOnlyList<QueuePlace> Places) leave, CancellationToken ct)
    {
        var dissolved = order.Kind == ClosingKind.Dissolved;
        db.Note(officer.OfficeId, clock.UtcNow, dissolved ? Act.InstitutionClosed : Act.InstitutionMovedAway, institution.Id, officer.Id, order.Reason, new
        {
            order.Day,
            district = institution.District,
            order.NewDistrict,
            members = leave.Members.Select(m => m.Id),
            places = leave.Places.Select(p => new { p.Id, p.BalanceMillionths }),
        });
        foreach (var member in leave.Members)
        {
            var left = order.Day < member.JoinedOn ? member.JoinedOn : order.Day;      // recorded late, somebody may have joined since
            var places = leave.Places.Where(place => place.MembershipId == member.Id).ToList();
            LeavingPool.Record(db, member, new(left, dissolved ? "所在机构注销" : "所在机构迁出", officer.Id, clock.UtcNow, NoticeKind.LeftPool), places);
        }

        await LeavingPool.FollowAsync(db, leave.Members, clock.UtcNow, ct);

        institution.ClosedOn = dissolved ? order.Day : null;
        institution.District = dissolved ? institution.District : order.NewDistrict!;
    }
}
