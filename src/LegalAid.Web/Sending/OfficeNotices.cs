using LegalAid.Store;
using LegalAid.Store.Notices;

namespace LegalAid.Web.Sending;

/// <summary>Notices that speak of no case.</summary>
internal static class OfficeNotices
{
    public static Notice New(NoticeKind kind, Guid officeId, DateTime atUtc, Addressee to, DateTime? dueAtUtc = null) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = officeId,
        Kind = kind,
        OfficerId = to.OfficerId,
        InstitutionId = to.InstitutionId,
        MembershipId = to.MembershipId,
        Text = NoticeTexts.Of(kind, "", dueAtUtc, DateOnly.FromDateTime(OfficeClock.ToLocal(atUtc))),
        HasLegalEffect = NoticeTexts.HasLegalEffect(kind),
        DueAtUtc = dueAtUtc,
        WrittenAtUtc = atUtc,
    };
}
