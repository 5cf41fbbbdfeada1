using LegalAid.Rules.Common;
using LegalAid.Rules.Conduct;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Says of whoever wants to come back whether this office removed them and still bars them (WZ-28.6). What another office decided is never seen.</summary>
public sealed class RemovalBar(AidDb db, OfficeBooks books, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<RemovalRules?> RulesAsync(CancellationToken ct) => (await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).Sanctions?.Removal;

    public async Task<Refusal?> WhyNotAsync(Guid personId, CancellationToken ct)
    {
        var identity = await db.Persons.Where(p => p.Id == personId).Select(p => p.IdentityIndex).SingleAsync(ct);
        return Removals.WhyNotComeBack(await StandingRemovals.OfAsync(db, officer.OfficeId, identity, ct), await RulesAsync(ct), clock.Today);
    }
}
