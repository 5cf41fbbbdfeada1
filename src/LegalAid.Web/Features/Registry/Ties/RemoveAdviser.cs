using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Ties;

/// <summary>Takes an adviser relation back that was entered by mistake.</summary>
public sealed class RemoveAdviser(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<AdviserRelation?> RunAsync(Guid institutionId, Guid relationId, CancellationToken ct)
    {
        var relation = await db.AdviserRelations.SingleOrDefaultAsync(r => r.Id == relationId && r.InstitutionId == institutionId && r.OfficeId == officer.OfficeId && r.RemovedAtUtc == null, ct);
        if (relation is null)
        {
            return null;
        }

        relation.RemovedAtUtc = clock.UtcNow;
        db.Note(officer.OfficeId, clock.UtcNow, Act.AdviserRemoved, institutionId, officer.Id, reason: null, new { firstDay = relation.FirstOn, lastDay = relation.LastOn });
        await db.SaveChangesAsync(ct);
        return relation;
    }
}
