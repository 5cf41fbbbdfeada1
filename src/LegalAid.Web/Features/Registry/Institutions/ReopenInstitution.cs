using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// Puts an institution back that was closed by mistake or returned (恢复机构). On its day, and on the day it was recorded, everything is as if never recorded: places with
/// their balances, and the people who would have left with it. Afterwards it stands at the end of the queues with balance 0 and people are admitted anew.
/// </summary>
public sealed class ReopenInstitution(AidDb db, QueueReturns queues, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Institution>?> RunAsync(Guid institutionId, string reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await InstitutionsKnown.LockAsync(db, institutionId, ct) is not { } institution)
        {
            return null;
        }

        var own = await db.Offices.Where(o => o.Id == officer.OfficeId).Select(o => o.District).SingleAsync(ct);
        var letGo = await InstitutionsKnown.LetGoFromHereAsync(db, institution, ct);
        if (Departures.WhyNotReopen(new(institution.District, institution.ClosedOn), own, letGo) is { } refusal)
        {
            return refusal;
        }

        var day = institution.ClosedOn ?? clock.Today;
        var takenBack = Departures.IsTakenBack(day, clock.Today, await DepartureFacts.RecordedOnAsync(db, institution.Id, ct));
        var members = takenBack
            ? await db.Memberships.WithStandings().Where(m => m.InstitutionId == institution.Id && m.LeftOn == day && m.MergedIntoId == null).OrderBy(m => m.Id).ToListAsync(ct)
            : [];
        Record(institution, own, members, reason);
        await queues.JoinAsync([institution], members, takenBack ? day : clock.Today, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return institution;
    }

    private void Record(Institution institution, string own, List<Membership> members, string reason)
    {
        db.Note(officer.OfficeId, clock.UtcNow, Act.InstitutionReopened, institution.Id, officer.Id, reason, new { closed = institution.ClosedOn, district = institution.District, members = members.Select(m => m.Id) });
        institution.ClosedOn = null;
        institution.District = own;
        foreach (var member in members)
        {
            db.Note(officer.OfficeId, clock.UtcNow, Act.DepartureWithdrawn, member.Id, officer.Id, "所在机构恢复", new { left = member.LeftOn });
            PoolStandings.Return(db, member, member.LeftOn!.Value, takenBack: true, clock.Today);
            member.LeftOn = null;
        }
    }
}
