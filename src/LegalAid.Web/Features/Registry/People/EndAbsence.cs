using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Ends an absence sooner, or one that was recorded without an end. The row's version settles two clerks at once.</summary>
public sealed class EndAbsence(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Absence>?> RunAsync(Guid membershipId, Guid absenceId, DateOnly lastDay, CancellationToken ct)
    {
        var absence = await db.Absences.SingleOrDefaultAsync(a => a.Id == absenceId && a.MembershipId == membershipId && a.VoidedAtUtc == null, ct);
        if (absence is null)
        {
            return null;
        }

        if (Absences.WhyNotEnd(new(absence.Kind, absence.FirstDay, absence.LastDay), lastDay, clock.Today) is { } refusal)
        {
            return refusal;
        }

        AbsenceRecords.End(db, absence, lastDay, new(officer.Id, clock.UtcNow));
        await db.SaveChangesAsync(ct);
        return absence;
    }
}
