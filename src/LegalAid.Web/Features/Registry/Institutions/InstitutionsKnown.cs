using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>The institutions an office works with: those with people on its roster, or a place in its queues, now or before.</summary>
internal static class InstitutionsKnown
{
    public static IQueryable<Institution> To(AidDb db) => db.Institutions
        .Where(i => db.Memberships.Any(m => m.InstitutionId == i.Id) || db.QueuePlaces.Any(p => p.InstitutionId == i.Id));

    /// <summary>One that this very office works with, not only an office below it: what may be done to it is offered here.</summary>
    public static Task<bool> OfHereAsync(AidDb db, Guid institutionId, Guid officeId, CancellationToken ct) => db.Institutions.AnyAsync(
        i => i.Id == institutionId && (db.Memberships.Any(m => m.InstitutionId == i.Id && m.OfficeId == officeId) || db.QueuePlaces.Any(p => p.InstitutionId == i.Id && p.OfficeId == officeId)), ct);

    /// <summary>This office recorded that it moved away, and where it went the deployment has no office.</summary>
    public static async Task<bool> LetGoFromHereAsync(AidDb db, Institution institution, CancellationToken ct) =>
        await db.Journal.AnyAsync(line => line.SubjectId == institution.Id && line.Act == Act.InstitutionMovedAway, ct)
        && !await db.Offices.AnyAsync(o => o.District == institution.District, ct);

    /// <summary>Locks its row until the transaction ends, so that nobody closes and reopens at once.</summary>
    public static async Task<Institution?> LockAsync(AidDb db, Guid id, CancellationToken ct) =>
        await To(db).AnyAsync(i => i.Id == id, ct)
            ? (await db.Institutions.FromSql($"select * from institutions where id = {id} for update").ToListAsync(ct)).SingleOrDefault()
            : null;
}
