using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>The rules by which somebody may stand on the officer's roster.</summary>
public sealed class RosterRulesReader(AidDb db, RuleBooks ruleBooks, OfficeBooks books, OwnHomes homes, OfficeClock clock, CurrentOfficer officer)
{
    public Task<RosterRules> ReadAsync(CancellationToken ct) => ReadAsync(clock.Today, ct);

    /// <summary>As of a day, for what acts on it.</summary>
    public async Task<RosterRules> ReadAsync(DateOnly day, CancellationToken ct)
    {
        var district = await db.Offices.Where(o => o.Id == officer.OfficeId).Select(o => o.District).SingleAsync(ct);
        var own = await books.InForceOnAsync(officer.OfficeId, day, ct);
        return new(ruleBooks.National(day).Assignment.LawyersOnlyForDefence, own.Assignment.District, district)
        {
            Recruitment = own.Recruitment,
            OutsidePool = own.Assignment.OutsidePool,
            Homes = await homes.NamesAsync(officer.OfficeId, ct),
        };
    }
}
