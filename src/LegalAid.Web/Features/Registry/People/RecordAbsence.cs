using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Registry;

/// <summary>Records that a member is away. The member's row is locked meanwhile, so that two clerks cannot record overlapping times.</summary>
public sealed class RecordAbsence(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Absence>?> RunAsync(Guid membershipId, TimeAway away, string reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LeavingPool.LockAsync(db, membershipId, ct) is not { } member)
        {
            return null;
        }

        var known = await AbsenceRecords.KnownAsync(db, membershipId, ct);
        if (Absences.WhyNotRecord(away, known, new(member.JoinedOn, member.LeftOn), clock.Today) is { } refusal)
        {
            return refusal;
        }

        var absence = AbsenceRecords.Add(db, member, away, new(officer.Id, clock.UtcNow, reason));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return absence;
    }
}
