using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Recusals;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>The one place that says in whose stead an officer may decide today.</summary>
public sealed class AuthorityCheck(AidDb db, OfficeClock clock)
{
    /// <summary>The authority that holds today for this; null when there is none.</summary>
    public Task<ActingAuthority?> FindAsync(Guid officerId, ActingPower power, CancellationToken ct) =>
        For(InForce(db, officerId, clock.Today), power).AsNoTracking().OrderBy(a => a.FirstDay).ThenBy(a => a.Id).FirstOrDefaultAsync(ct);

    /// <param name="authority">The one that holds.</param>
    /// <param name="caseId">The case decided on.</param>
    /// <param name="madeById">Who proposed or reported what is decided.</param>
    /// <param name="clause">Who decides by the office's text.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Refusal?> WhyNotActAsync(ActingAuthority authority, Guid caseId, Guid madeById, string clause, CancellationToken ct)
    {
        var aside = await db.Recusals.AnyAsync(r => r.CaseId == caseId && r.OfficerId == authority.PrincipalId && r.Status != RecusalStatus.NotRecused, ct);
        return ActingAuthorityRules.WhyNotAct(new(madeById == authority.PrincipalId, madeById == authority.OfficerId, aside), clause);
    }

    /// <summary>Those of an officer that hold on a day; the same as <see cref="ActingAuthorityRules.Holds"/>, for the database.</summary>
    public static IQueryable<ActingAuthority> InForce(AidDb db, Guid officerId, DateOnly day) =>
        db.ActingAuthorities.Where(a => a.OfficerId == officerId && a.EndedAtUtc == null && a.FirstDay <= day && a.LastDay >= day);

    private static IQueryable<ActingAuthority> For(IQueryable<ActingAuthority> authorities, ActingPower power) => power switch
    {
        ActingPower.Proposals => authorities.Where(a => a.DecidesProposals),
        ActingPower.Revocations => authorities.Where(a => a.Revokes),
        ActingPower.Recusals => authorities.Where(a => a.DecidesRecusals),
        _ => throw new ArgumentOutOfRangeException(nameof(power), power, "Unknown power."),
    };
}
