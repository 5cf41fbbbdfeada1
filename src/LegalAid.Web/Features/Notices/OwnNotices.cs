using LegalAid.Store;
using LegalAid.Store.Notices;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Notices;

/// <summary>Which notices are in an officer's inbox: the own ones, and those of the institution or practitioner the account speaks for.</summary>
internal static class OwnNotices
{
    public static IQueryable<Notice> For(AidDb db, CurrentOfficer officer)
    {
        var (me, office, institution, membership) = (officer.Id, officer.OfficeId, officer.InstitutionId, officer.MembershipId);
        var own = db.Notices.Where(n => n.OfficeId == office);
        return institution is not null ? own.Where(n => n.OfficerId == me || n.InstitutionId == institution)
            : membership is not null ? own.Where(n => n.OfficerId == me || n.MembershipId == membership)
            : own.Where(n => n.OfficerId == me);
    }

    public static IQueryable<Notice> UnreadBy(this IQueryable<Notice> notices, AidDb db, Guid officerId) =>
        notices.Where(n => !db.NoticeReadings.Any(r => r.NoticeId == n.Id && r.OfficerId == officerId));
}
