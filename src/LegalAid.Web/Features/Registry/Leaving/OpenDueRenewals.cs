using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// On the day a round of renewal falls due the program opens it, at every office that has people, and tells the heads (WZ-4.2: two years, QDN-4.1b: each year). A round that is
/// open stays the one; run again it does nothing.
/// </summary>
public sealed class OpenDueRenewals(AidDb db, RenewalReader reader, RenewalOpening opening, OfficeClock clock)
{
    /// <returns>How many were opened.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var opened = 0;
        foreach (var officeId in await db.Offices.OrderBy(o => o.Code).Select(o => o.Id).ToListAsync(ct))
        {
            await db.SeeAsync([officeId], ct);
            opened += await OpenAsync(officeId, ct) ? 1 : 0;
        }

        return opened;
    }

    private async Task<bool> OpenAsync(Guid officeId, CancellationToken ct)
    {
        if (await reader.RulesAsync(officeId, ct) is not { } rules || await reader.DueOnAsync(officeId, ct) is not { } due || due > clock.Today
            || await reader.OpenAsync(officeId, ct) is not null || !await HasPeopleAsync(officeId, rules, ct))
        {
            return false;
        }

        await opening.OpenAsync(new(officeId, due), rules, ct);
        db.TellOfRenewal(officeId, await db.OpenAccountsAsync(officeId, Roles.Director, ct), clock.UtcNow);
        await db.SaveChangesAsync(ct);
        return true;
    }

    private Task<bool> HasPeopleAsync(Guid officeId, RenewalRules rules, CancellationToken ct) => rules.OfCorps
        ? db.CorpsMembers.AnyAsync(m => m.OfficeId == officeId && m.LeftOn == null, ct)
        : db.Memberships.AnyAsync(m => m.OfficeId == officeId && m.LeftOn == null, ct);
}
