using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Registry;

/// <summary>The institution's word on an application (推荐意见), and how it falls when the application goes back: with its sealed page, which spoke of the form as it was (QJ-F.6).</summary>
public static class Endorsements
{
    /// <summary>A page the applicant put in themselves, where no institution had endorsed, stays.</summary>
    public static async Task FallAsync(AidDb db, PoolApplication application, DateTime nowUtc, CancellationToken ct)
    {
        if (application.EndorsedAtUtc is not null)
        {
            var sealedPage = await db.ApplicationPapers.SingleOrDefaultAsync(p => p.ApplicationId == application.Id && p.Kind == ApplicationPaperKind.Endorsement && p.ReplacedAtUtc == null, ct);
            sealedPage?.ReplacedAtUtc = nowUtc;
        }

        (application.EndorsedAtUtc, application.EndorsedById, application.InstitutionOpinion) = (null, null, null);
    }
}
