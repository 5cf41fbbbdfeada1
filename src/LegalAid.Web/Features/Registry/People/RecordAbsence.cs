using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

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

        var known = await db.Absences.Where(a => a.MembershipId == membershipId && a.VoidedAtUtc == null).Select(a => new TimeAway(a.Kind, a.FirstDay, a.LastDay)).ToListAsync(ct);
        if (Absences.WhyNotRecord(away, known, new(member.JoinedOn, member.LeftOn), clock.Today) is { } refusal)
        {
            return refusal;
        }

        var absence = new Absence
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            MembershipId = membershipId,
            Kind = away.Kind,
            FirstDay = away.FirstDay,
            LastDay = away.LastDay,
            Reason = reason,
        };
        db.Add(absence);
        db.Note(officer.OfficeId, clock.UtcNow, Act.AbsenceRecorded, membershipId, officer.Id, reason, new { absence = absence.Id, away.Kind, away.FirstDay, away.LastDay });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return absence;
    }
}
