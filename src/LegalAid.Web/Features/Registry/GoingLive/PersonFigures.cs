using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store;
using LegalAid.Store.Registry;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.GoingLive;

/// <summary>What a member's page says of the figures brought along and of sanctions on record.</summary>
public sealed class PersonFiguresViewComponent(AidDb db) : ViewComponent
{
    private const int Shown = 50;

    public async Task<IViewComponentResult> InvokeAsync(Guid memberId)
    {
        var ct = HttpContext.RequestAborted;
        var figures = await db.BroughtForwards.AsNoTracking().Where(f => f.MembershipId == memberId)
            .OrderByDescending(f => f.AsOf).ThenBy(f => f.Kind).ThenByDescending(f => f.RecordedAtUtc).ThenBy(f => f.Id)
            .Select(f => new PersonFigure(
                f, db.BroughtForwards.Any(later => later.ReplacesId == f.Id), db.RegistryUploads.Where(u => u.Id == f.UploadId).Select(u => u.FileName).FirstOrDefault() ?? "",
                db.Users.Where(o => o.Id == f.RecordedById).Select(o => o.DisplayName).FirstOrDefault() ?? ""))
            .Take(Shown).ToListAsync(ct);
        var sanctions = await SanctionsOf(db, memberId).OrderByDescending(r => r.EffectiveOn).ThenBy(r => r.Id).Take(Shown).ToListAsync(ct);
        return View("/Features/Registry/GoingLive/_PersonFigures.cshtml", new PersonFigures(figures, sanctions));
    }

    /// <summary>What stands on record at the member's own office.</summary>
    internal static IQueryable<OfficialRecord> SanctionsOf(AidDb db, Guid memberId) =>
        db.OfficialRecords.AsNoTracking().Where(r => r.VoidedAtUtc == null && db.Memberships.Any(m => m.Id == memberId && m.OfficeId == r.OfficeId && m.Person.IdentityIndex == r.IdentityIndex));
}

/// <summary>A figure with whether a later one stands in its place, its file and who took it over.</summary>
public sealed record PersonFigure(BroughtForward Figure, bool IsReplaced, string File, string Who);

public sealed record PersonFigures(IReadOnlyList<PersonFigure> Figures, IReadOnlyList<OfficialRecord> Sanctions)
{
    public static string NameOf(OfficialRecordKind kind) => Words.Of(Words.Sanctions, kind);
}
