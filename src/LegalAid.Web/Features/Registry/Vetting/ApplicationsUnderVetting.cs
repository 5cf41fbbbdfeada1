using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>The applications the centre looks at, and those it vets: handed in, not decided, not sent back.</summary>
internal static class ApplicationsUnderVetting
{
    /// <summary>What reached the centre and was not taken back; drafts are the applicant's own affair.</summary>
    public static IQueryable<PoolApplication> Seen(AidDb db) => db.PoolApplications.ThatReachedCentre();

    public static Task<PoolApplication?> FindAsync(AidDb db, Guid id, CancellationToken ct) => Seen(db).SingleOrDefaultAsync(a => a.Id == id, ct);

    /// <summary>The applicant's name, where nothing else of the application is shown; null where the centre does not see it.</summary>
    public static Task<string?> NameAsync(AidDb db, Guid id, CancellationToken ct) => Seen(db).Where(a => a.Id == id).Select(a => (string?)a.Name).SingleOrDefaultAsync(ct);

    public static Refusal? WhyNotVet(PoolApplication application) =>
        application.Status == ApplicationStatus.Submitted ? null : new("vetting-over", $"这份申请现在是“{RecruitmentWords.Of(application.Status).Word}”，不再审核。", []);
}
