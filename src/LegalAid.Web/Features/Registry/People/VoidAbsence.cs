using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Voids an absence that was recorded by mistake: it bars no day any more, also none gone by, and stays in the history with the reason.</summary>
public sealed class VoidAbsence(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Absence>?> RunAsync(Guid membershipId, Guid absenceId, string reason, CancellationToken ct)
    {
        var absence = await db.Absences.SingleOrDefaultAsync(a => a.Id == absenceId && a.MembershipId == membershipId, ct);
        if (absence is null)
        {
            return null;
        }

        if (Absences.WhyNotVoid(absence.VoidedAtUtc is not null) is { } refusal)
        {
            return refusal;
        }

        AbsenceRecords.Void(db, absence, new(officer.Id, clock.UtcNow, reason));
        await db.SaveChangesAsync(ct);
        return absence;
    }
}
