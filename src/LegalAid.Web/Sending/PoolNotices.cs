using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;

namespace LegalAid.Web.Sending;

/// <summary>Notices about an application or a standing. Each use case adds its own to its transaction by one of these; they may leave by phone, so they name nobody.</summary>
internal static class PoolNotices
{
    private const string Mine = "/registry/mine";
    private const string Inbox = "/inbox";

    public static void TellApplicant(this AidDb db, NoticeKind kind, PoolApplication application, DateTime atUtc) =>
        db.Add(New(kind, application.OfficeId, atUtc, new(Text(kind, atUtc), $"/joining/applications/{application.Id}") { OfficerId = application.ApplicantId, ApplicationId = application.Id }));

    /// <summary>Whoever asked for the opinion, or all clerks where that account is closed.</summary>
    public static void TellOfSilence(this AidDb db, OpinionRequest request, IEnumerable<Guid> officers, bool silenceStops, DateTime atUtc) => db.AddRange(officers.Select(id => New(
        NoticeKind.OpinionOverdue, request.OfficeId, atUtc,
        new(NoticeTexts.OfOpinion(silenceStops), $"/registry/applications/{request.ApplicationId}/vetting") { OfficerId = id, ApplicationId = request.ApplicationId, DueAtUtc = request.DueAtUtc })));

    /// <summary>The person may say what speaks against a removal, through the day given (WZ-29.2a).</summary>
    public static void TellOfHearing(this AidDb db, RemovalProposal proposal, DateTime atUtc)
    {
        var until = OfficeClock.ToUtc(proposal.HeardThrough.AddDays(1).ToDateTime(TimeOnly.MinValue));
        db.Add(New(NoticeKind.RemovalProposed, proposal.OfficeId, atUtc, new(Text(NoticeKind.RemovalProposed, atUtc, until), Mine) { MembershipId = proposal.MembershipId, DueAtUtc = until }));
    }

    /// <summary>The member, and the institution unless the book leaves it out: a text that removes or suspends has both told (WZ-29.2a).</summary>
    public static void TellOfStanding(this AidDb db, NoticeKind kind, Membership member, DateTime atUtc, bool tellsInstitution = true)
    {
        db.Add(New(kind, member.OfficeId, atUtc, new(NoticeTexts.OfStanding(kind, forInstitution: false), Mine) { MembershipId = member.Id }));
        if (tellsInstitution)
        {
            db.Add(New(kind, member.OfficeId, atUtc, new(NoticeTexts.OfStanding(kind, forInstitution: true), Inbox) { InstitutionId = member.InstitutionId }));
        }
    }

    public static void TellOfRenewal(this AidDb db, Guid officeId, IEnumerable<Guid> officers, DateTime atUtc) =>
        db.AddRange(officers.Select(id => New(NoticeKind.RenewalOpened, officeId, atUtc, new(Text(NoticeKind.RenewalOpened, atUtc), null) { OfficerId = id })));

    /// <summary>One member of pool or corps is asked to confirm the record (WZ-4.2, QDN-4.1b).</summary>
    public static Notice OfRenewalToConfirm(Guid officeId, Guid memberId, DateTime atUtc) =>
        New(NoticeKind.RenewalToConfirm, officeId, atUtc, new(Text(NoticeKind.RenewalToConfirm, atUtc), Mine) { MembershipId = memberId });

    public static Notice OfEntryUpdate(Guid officeId, Guid memberId, DateTime atUtc) =>
        New(NoticeKind.EntryUpdateAnswered, officeId, atUtc, new(Text(NoticeKind.EntryUpdateAnswered, atUtc), "/registry/mine/update") { MembershipId = memberId });

    public static Notice OfLeave(Guid officeId, Guid memberId, DateTime atUtc) =>
        New(NoticeKind.LeaveAnswered, officeId, atUtc, new(Text(NoticeKind.LeaveAnswered, atUtc), "/registry/mine/leave") { MembershipId = memberId });

    /// <summary>Members of the own roster alone: what the prefecture's guests are told stands on their home page.</summary>
    public static void TellOfTraining(this AidDb db, NoticeKind kind, Guid officeId, IEnumerable<Guid> members, DateTime atUtc) =>
        db.AddRange(members.Select(id => New(kind, officeId, atUtc, new(Text(kind, atUtc), "/training/mine") { MembershipId = id })));

    public static void TellOfPosting(this AidDb db, CasePosting posting, IEnumerable<Guid> members) => db.AddRange(members.Select(id => New(
        NoticeKind.PostingOpened, posting.OfficeId, posting.OpenedAtUtc,
        new(Text(NoticeKind.PostingOpened, posting.OpenedAtUtc, posting.ClosesAtUtc), null) { MembershipId = id, PostingId = posting.Id, DueAtUtc = posting.ClosesAtUtc })));

    private static string Text(NoticeKind kind, DateTime atUtc, DateTime? dueAtUtc = null) => NoticeTexts.Of(kind, "", dueAtUtc, DateOnly.FromDateTime(OfficeClock.ToLocal(atUtc)));

    private static Notice New(NoticeKind kind, Guid officeId, DateTime atUtc, Told told) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = officeId,
        Kind = kind,
        OfficerId = told.OfficerId,
        InstitutionId = told.InstitutionId,
        MembershipId = told.MembershipId,
        ApplicationId = told.ApplicationId,
        PostingId = told.PostingId,
        Path = told.Path,
        Text = told.Text,
        HasLegalEffect = NoticeTexts.HasLegalEffect(kind),
        DueAtUtc = told.DueAtUtc,
        WrittenAtUtc = atUtc,
    };

    private sealed record Told(string Text, string? Path)
    {
        public Guid? OfficerId { get; init; }

        public Guid? InstitutionId { get; init; }

        public Guid? MembershipId { get; init; }

        public Guid? ApplicationId { get; init; }

        public Guid? PostingId { get; init; }

        public DateTime? DueAtUtc { get; init; }
    }
}
