using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Conduct;
using LegalAid.Store.Intake;
using LegalAid.Store.Notices;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Sending;

/// <summary>Who is told what happened to a case. Each use case adds its notices to its own transaction by one of these.</summary>
internal static class CaseNotices
{
    /// <summary>The centre's heads, whoever decides in the end: without them a proposal for the bureau is not discussed either.</summary>
    public static async Task TellOfProposalAsync(this AidDb db, AidCase aidCase, CaseAssignment assignment, DateTime atUtc, CancellationToken ct) =>
        db.TellOfficers(NoticeKind.ProposalWaits, await db.OpenAccountsAsync(aidCase.OfficeId, Roles.Director, ct, but: assignment.ProposedById), aidCase, atUtc, assignment.Id);

    public static async Task TellBureauAsync(this AidDb db, AidCase aidCase, Guid assignmentId, DateTime atUtc, CancellationToken ct) =>
        db.TellOfficers(NoticeKind.BureauWaits, await db.OpenAccountsAsync(aidCase.OfficeId, Roles.Bureau, ct), aidCase, atUtc, assignmentId);

    /// <summary>Agreed to: the institution; refused: whoever proposed it.</summary>
    public static void TellOfVerdict(this AidDb db, AidCase aidCase, CaseAssignment assignment, DateTime atUtc)
    {
        if (assignment.Status == AssignmentStatus.Rejected)
        {
            db.TellOfficers(NoticeKind.ProposalRefused, [assignment.ProposedById], aidCase, atUtc, assignment.Id);
        }
        else if (assignment.Status == AssignmentStatus.Approved)
        {
            db.Add(New(NoticeKind.Assigned, aidCase, atUtc, new(InstitutionId: assignment.InstitutionId), assignment.Id, assignment.NamingDueAtUtc));
        }
    }

    public static void TellHandlers(this AidDb db, AidCase aidCase, CaseAssignment assignment, IReadOnlyList<Guid> handlerIds) =>
        db.AddRange(handlerIds.Select(id => New(NoticeKind.HandlerNamed, aidCase, assignment.NamedAtUtc!.Value, new(MembershipId: id), assignment.Id)));

    /// <summary>Whoever may decide it: the centre's heads, and those who act in their stead today; nobody rules on the declining of what they proposed.</summary>
    public static async Task TellHeadsAsync(this AidDb db, NoticeKind kind, ActingPower power, AidCase aidCase, CaseAssignment assignment, DateTime atUtc, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(OfficeClock.ToLocal(atUtc));
        var acting = await db.ActingAuthorities.Where(a => a.OfficeId == aidCase.OfficeId && a.EndedAtUtc == null && a.FirstDay <= today && a.LastDay >= today
            && (power == ActingPower.Revocations ? a.Revokes : a.DecidesProposals)
            && a.OfficerId != assignment.ProposedById && a.PrincipalId != assignment.ProposedById).Select(a => a.OfficerId).ToListAsync(ct);
        db.TellOfficers(kind, (await db.OpenAccountsAsync(aidCase.OfficeId, Roles.Director, ct, but: kind == NoticeKind.DeclineWaits ? assignment.ProposedById : null)).Union(acting), aidCase, atUtc, assignment.Id);
    }

    /// <summary>The institution it went to, or the person.</summary>
    public static void TellReceiver(this AidDb db, NoticeKind kind, AidCase aidCase, CaseAssignment assignment, DateTime atUtc) =>
        db.Add(New(kind, aidCase, atUtc, assignment.MembershipId is { } member ? new(MembershipId: member) : new(InstitutionId: assignment.InstitutionId), assignment.Id));

    /// <summary>The one concerned, the person or the institution: that a matter of conduct was opened, and what came of it.</summary>
    public static void TellOfConduct(this AidDb db, NoticeKind kind, ConductMatter matter, AidCase aidCase, DateTime atUtc) => db.Add(new Notice
    {
        Id = Guid.CreateVersion7(),
        OfficeId = matter.OfficeId,
        Kind = kind,
        InstitutionId = matter.MembershipId is null ? matter.InstitutionId : null,
        MembershipId = matter.MembershipId,
        CaseId = matter.CaseId,
        Path = $"/conduct/{matter.Id}/statement",
        Text = NoticeTexts.Of(kind, aidCase.Number, null, DateOnly.FromDateTime(OfficeClock.ToLocal(atUtc))),
        HasLegalEffect = false,
        WrittenAtUtc = atUtc,
    });

    /// <summary>Whoever is to act in the head's stead; told of no case.</summary>
    public static Notice OfAuthority(ActingAuthority authority, DateTime atUtc)
    {
        var until = OfficeClock.ToUtc(authority.LastDay.ToDateTime(new(23, 59)));
        return new()
        {
            Id = Guid.CreateVersion7(),
            OfficeId = authority.OfficeId,
            Kind = NoticeKind.AuthorityGranted,
            OfficerId = authority.OfficerId,
            CaseId = null,
            AuthorityId = authority.Id,
            Text = NoticeTexts.Of(NoticeKind.AuthorityGranted, "", until, DateOnly.FromDateTime(OfficeClock.ToLocal(atUtc))),
            HasLegalEffect = false,
            WrittenAtUtc = atUtc,
        };
    }

    /// <summary>The recipients whose phone is known.</summary>
    public static async Task TellRecipientsAsync(this AidDb db, AidCase aidCase, DateTime atUtc, CancellationToken ct)
    {
        var parties = await db.CaseParties.Where(p => p.CaseId == aidCase.Id && p.Role == PartyRole.Recipient && p.Phone != null).OrderBy(p => p.Order).Select(p => p.Id).ToListAsync(ct);
        db.AddRange(parties.Select(id => New(NoticeKind.ApplicationDecided, aidCase, atUtc, new(PartyId: id))));
    }

    public static void TellOfficers(this AidDb db, NoticeKind kind, IEnumerable<Guid> officers, AidCase aidCase, DateTime atUtc, Guid? assignmentId = null, DateTime? dueAtUtc = null) =>
        db.AddRange(officers.Select(id => New(kind, aidCase, atUtc, new(OfficerId: id), assignmentId, dueAtUtc)));

    public static Task<List<Guid>> OpenAccountsAsync(this AidDb db, Guid officeId, string role, CancellationToken ct, Guid? but = null) => db.Users
        .Where(o => o.OfficeId == officeId && o.Role == role && o.Id != but && o.LockoutEnd != DateTimeOffset.MaxValue).OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(ct);

    public static Notice New(NoticeKind kind, AidCase aidCase, DateTime atUtc, Addressee to, Guid? assignmentId = null, DateTime? dueAtUtc = null) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = aidCase.OfficeId,
        Kind = kind,
        OfficerId = to.OfficerId,
        InstitutionId = to.InstitutionId,
        MembershipId = to.MembershipId,
        PartyId = to.PartyId,
        CaseId = aidCase.Id,
        AssignmentId = assignmentId,
        Text = NoticeTexts.Of(kind, aidCase.Number, dueAtUtc, DateOnly.FromDateTime(OfficeClock.ToLocal(atUtc))),
        HasLegalEffect = NoticeTexts.HasLegalEffect(kind),
        DueAtUtc = dueAtUtc,
        WrittenAtUtc = atUtc,
    };
}

/// <summary>Whom a notice is for: one of the four.</summary>
internal sealed record Addressee(Guid? OfficerId = null, Guid? InstitutionId = null, Guid? MembershipId = null, Guid? PartyId = null);
