using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Authority;

/// <summary>The centre's head, or the bureau where the head cannot, lets a clerk decide in the head's stead for a time.</summary>
public sealed class GrantAuthority(AidDb db, OfficeBooks books, OfficeClock clock, CurrentOfficer officer)
{
    /// <returns>Null when the office has no such head or clerk.</returns>
    public async Task<Outcome<ActingAuthority>?> RunAsync(AuthorityOrder order, CancellationToken ct)
    {
        var known = await db.Users.CountAsync(u => u.OfficeId == officer.OfficeId && ((u.Id == order.PrincipalId && u.Role == Roles.Director) || u.Id == order.OfficerId), ct);
        if (known != (order.PrincipalId == order.OfficerId ? 1 : 2))
        {
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select 1 from officers where id = {order.OfficerId} for update", ct);      // two letters at once never overlap
        if (await WhyNotAsync(order, ct) is { } refusal)
        {
            return refusal;
        }

        var authority = Record(order);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return authority;
    }

    private async Task<Refusal?> WhyNotAsync(AuthorityOrder order, CancellationToken ct)
    {
        var clause = (await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).Assignment.OrdinaryDecision.Clause;
        var overlaps = await db.ActingAuthorities.AnyAsync(a => a.OfficerId == order.OfficerId && a.EndedAtUtc == null && a.FirstDay <= order.LastDay && a.LastDay >= order.FirstDay, ct);
        var request = new AuthorityRequest(order.FirstDay, order.LastDay, order.Scope.HasAny, clock.Today, order.PrincipalId == order.OfficerId, overlaps);
        return officer.Role == Roles.Director && order.PrincipalId != officer.Id ? new("authority-others", "只能授权他人代行本人的职权。", [clause])
            : ActingAuthorityRules.WhyNotGrant(request, clause) is { } refusal ? refusal
            : !await Clerks(db, officer.OfficeId).AnyAsync(o => o.Id == order.OfficerId, ct) ? new("authority-clerk", "代行人只能是本中心在用账户的经办人员。", [clause])
            : await db.ActingAuthorities.AnyAsync(a => a.OfficeId == officer.OfficeId && a.LetterNumber == order.LetterNumber, ct) ? new("authority-letter", "这个授权书文号已经用过。", [clause])
            : null;
    }

    /// <summary>Clerks of the office whose account is not closed.</summary>
    internal static IQueryable<Officer> Clerks(AidDb db, Guid officeId) => db.Users.Where(o => o.OfficeId == officeId && o.Role == Roles.Clerk && o.LockoutEnd != DateTimeOffset.MaxValue);

    private ActingAuthority Record(AuthorityOrder order)
    {
        var authority = new ActingAuthority
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            PrincipalId = order.PrincipalId,
            OfficerId = order.OfficerId,
            GrantedById = officer.Id,
            GrantedAtUtc = clock.UtcNow,
            LetterNumber = order.LetterNumber,
            FirstDay = order.FirstDay,
            LastDay = order.LastDay,
            DecidesProposals = order.Scope.DecidesProposals,
            Revokes = order.Scope.Revokes,
            DecidesRecusals = order.Scope.DecidesRecusals,
        };
        db.Add(authority);
        db.Note(
            officer.OfficeId, clock.UtcNow, Act.AuthorityGranted, authority.Id, officer.Id,
            details: new { acting = order.OfficerId, order.FirstDay, order.LastDay, order.Scope.DecidesProposals, order.Scope.Revokes, order.Scope.DecidesRecusals });
        db.Add(CaseNotices.OfAuthority(authority, clock.UtcNow));
        return authority;
    }
}
