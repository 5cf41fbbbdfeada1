using LegalAid.Rules.Assignment;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Authority;

/// <summary>One authority to act in the head's stead as pages show it.</summary>
public sealed record AuthorityRow(
    Guid Id,
    string LetterNumber,
    Guid PrincipalId,
    string Principal,
    string Officer,
    DateOnly FirstDay,
    DateOnly LastDay,
    bool DecidesProposals,
    bool Revokes,
    bool DecidesRecusals,
    string GrantedBy,
    DateTime GrantedAtUtc,
    DateTime? EndedAtUtc,
    string? EndedBy,
    string? EndReason,
    int Decisions)
{
    public string Scope => string.Join('、', new[] { (DecidesProposals, "决定指派意见、裁定辞接"), (Revokes, "撤销、收回指派"), (DecidesRecusals, "决定工作人员的回避") }.Where(part => part.Item1).Select(part => part.Item2));

    public bool CanEnd(DateOnly today) => EndedAtUtc is null && LastDay >= today;

    public (string Word, Tone Tone) StateOn(DateOnly today) =>
        EndedAtUtc is not null ? ("已结束", Tone.Ended)
        : ActingAuthorityRules.Holds(FirstDay, LastDay, ended: false, today) ? ("有效", Tone.Good)
        : LastDay < today ? ("已到期", Tone.Ended)
        : ("尚未开始", Tone.Waiting);

    /// <summary>The newest first.</summary>
    public static IQueryable<AuthorityRow> Of(AidDb db, IQueryable<ActingAuthority> authorities) =>
        from a in authorities.AsNoTracking()
        from principal in db.Users.Where(u => u.Id == a.PrincipalId)
        from acting in db.Users.Where(u => u.Id == a.OfficerId)
        from granter in db.Users.Where(u => u.Id == a.GrantedById)
        orderby a.GrantedAtUtc descending, a.Id
        select new AuthorityRow(
            a.Id, a.LetterNumber, a.PrincipalId, principal.DisplayName, acting.DisplayName, a.FirstDay, a.LastDay, a.DecidesProposals, a.Revokes, a.DecidesRecusals,
            granter.DisplayName, a.GrantedAtUtc, a.EndedAtUtc, db.Users.Where(u => u.Id == a.EndedById).Select(u => u.DisplayName).FirstOrDefault(), a.EndReason,
            db.Assignments.Count(x => x.DecidedUnderId == a.Id) + db.Assignments.Count(x => x.UndoneUnderId == a.Id) + db.Recusals.Count(r => r.DecidedUnderId == a.Id)
                + db.Declines.Count(d => d.RuledUnderId == a.Id) + db.ConflictReports.Count(r => r.DecidedUnderId == a.Id));
}
