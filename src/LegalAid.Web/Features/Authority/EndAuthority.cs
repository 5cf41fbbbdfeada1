using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Authority;

/// <summary>Ends an authority before its last day: from this moment nothing is decided under it, and what was decided stands.</summary>
public sealed class EndAuthority(AidDb db, OfficeBooks books, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<ActingAuthority>?> RunAsync(Guid authorityId, string reason, CancellationToken ct)
    {
        if (await db.ActingAuthorities.SingleOrDefaultAsync(a => a.Id == authorityId, ct) is not { } authority)
        {
            return null;
        }

        var clause = (await books.InForceOnAsync(authority.OfficeId, clock.Today, ct)).Assignment.OrdinaryDecision.Clause;
        if (WhyNot(authority, clause) is { } refusal)
        {
            return refusal;
        }

        (authority.EndedAtUtc, authority.EndedById, authority.EndReason) = (clock.UtcNow, officer.Id, reason);
        db.Note(authority.OfficeId, clock.UtcNow, Act.AuthorityEnded, authority.Id, officer.Id, details: new { acting = authority.OfficerId, authority.LastDay });
        await db.SaveChangesAsync(ct);
        return authority;
    }

    private Refusal? WhyNot(ActingAuthority authority, string clause) =>
        officer.Role is not (Roles.Director or Roles.Bureau) ? new("authority-deciders", "由负责人或者司法局结束授权。", [clause])
        : authority.EndedAtUtc is not null ? new("authority-ended", "这项授权已经结束。", [clause])
        : authority.LastDay < clock.Today ? new("authority-expired", "这项授权已经到期，不需要结束。", [clause])
        : null;
}
