using LegalAid.Rules.Assignment;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Puts people, or their institution, into the own office's queues, whichever its book gives the turn to.</summary>
public sealed class QueueReturns(AidDb db, OfficeBooks books, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    /// <param name="institutions">Those that come back.</param>
    /// <param name="members">Those that come back.</param>
    /// <param name="keepsSince">Places that were to close on this day or later are kept with their balance.</param>
    /// <param name="ct">Gives up.</param>
    public async Task JoinAsync(IEnumerable<Institution> institutions, IEnumerable<Membership> members, DateOnly keepsSince, CancellationToken ct)
    {
        var office = await db.Offices.SingleAsync(o => o.Id == officer.OfficeId, ct);
        var turns = (await books.InForceOnAsync(office.Id, clock.Today, ct)).Assignment.Turns.Value;
        var newcomers = turns == TurnTaker.Institutions
            ? institutions.Where(institution => PersonKinds.HasPractice(institution.Kind)).Select(QueueNewcomer.Of)
            : members.Where(member => PersonKinds.WhyNotHandle(member.Kind) is null).Select(QueueNewcomer.Of);
        await QueueNewcomers.JoinAsync(db, new(cipher, clock.UtcNow, officer.Id), office, turns, [.. newcomers], keepsSince, ct);
    }
}
