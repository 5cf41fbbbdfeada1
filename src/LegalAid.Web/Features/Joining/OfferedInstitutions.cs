using LegalAid.Rules.Registry;
using LegalAid.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>The institutions an applicant may name: those of the office's district and of the offices below it, and those on its roster; none of anybody else's.</summary>
internal static class OfferedInstitutions
{
    public static async Task<IReadOnlyDictionary<Guid, string>> OfAsync(AidDb db, Guid officeId, DateTime nowUtc, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(OfficeClock.ToLocal(nowUtc));
        var districts = db.Offices.Where(o => o.Id == officeId || o.ParentId == officeId).Select(o => o.District);
        return await db.Institutions.AsNoTracking()
            .Where(i => i.Kind == InstitutionKind.LawFirm || i.Kind == InstitutionKind.LegalServiceOffice)
            .Where(i => (i.ClosedOn == null || i.ClosedOn > today) && (districts.Contains(i.District) || db.Memberships.Any(m => m.InstitutionId == i.Id && m.OfficeId == officeId)))
            .OrderBy(i => i.Name).ThenBy(i => i.Id).ToDictionaryAsync(i => i.Id, i => i.Name, ct);
    }
}
