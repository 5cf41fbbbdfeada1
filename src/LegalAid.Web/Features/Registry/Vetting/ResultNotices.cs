using LegalAid.Store;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Web.Sending;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>
/// Tells applicants and their institutions that an application was answered (入库结果). A notice may leave by phone, so it names nobody and gives no reason: reason and clause stand
/// on the applicant's own page.
/// </summary>
internal static class ResultNotices
{
    public static void Tell(AidDb db, IReadOnlyCollection<PoolApplication> applications, DateTime nowUtc)
    {
        foreach (var application in applications)
        {
            db.Add(New(application, nowUtc, $"/joining/applications/{application.Id}", officer: application.ApplicantId));
        }

        foreach (var of in applications.Where(a => a.InstitutionId is not null).GroupBy(a => (a.RoundId, a.InstitutionId)))
        {
            db.Add(New(of.First(), nowUtc, "/joining/firm", institution: of.Key.InstitutionId));
        }
    }

    private static Notice New(PoolApplication application, DateTime nowUtc, string path, Guid? officer = null, Guid? institution = null) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = application.OfficeId,
        Kind = NoticeKind.ApplicationAnswered,
        OfficerId = officer,
        InstitutionId = institution,
        RoundId = application.RoundId,
        Path = path,
        Text = NoticeTexts.OfAnswer(forInstitution: institution is not null),
        HasLegalEffect = false,
        WrittenAtUtc = nowUtc,
    };
}
