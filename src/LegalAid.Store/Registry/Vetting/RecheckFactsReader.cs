using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store.Rulebooks;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Registry;

/// <summary>As what and where a member is looked at again, for which pools, and on which day.</summary>
public sealed record RecheckOf(PractitionerKind Kind, string District, Pools Pools, DateOnly Day);

/// <summary>Gathers what a member whose firm or pools change is looked at by, from the office's own records; the person is known by the keyed hash alone, as in the vetting.</summary>
public sealed class RecheckFactsReader(AidDb db, RuleBooks ruleBooks, OfficeBooks books)
{
    public async Task<RecheckFacts> ReadAsync(Membership member, RecheckOf of, CancellationToken ct)
    {
        var identity = await db.Persons.Where(p => p.Id == member.PersonId).Select(p => p.IdentityIndex).SingleAsync(ct);
        var officeId = member.OfficeId;
        var book = await books.InForceOnAsync(officeId, of.Day, ct);
        var facts = new VettingFacts
        {
            As = PersonKinds.PersonOf(of.Kind),
            District = of.District,
            ServedDistricts = await db.Offices.AsNoTracking().Where(o => o.Id == officeId || o.ParentId == officeId).OrderBy(o => o.ParentId == officeId).ThenBy(o => o.Code).Select(o => o.District).ToListAsync(ct),
            FirstLicensedOn = member.FirstLicensedOn,
            FirstCriminalCaseOn = member.FirstCriminalCaseOn,
            Intents = member.Intents,
            Pools = of.Pools,
            SubmittedOn = of.Day,
            Records = await db.OfficialRecords.AsNoTracking().Where(r => r.OfficeId == officeId && r.IdentityIndex == identity && r.VoidedAtUtc == null)
                .OrderBy(r => r.EffectiveOn).ThenBy(r => r.Id).Select(r => new OfficialRecordFact(r.Kind, r.EffectiveOn)).ToListAsync(ct),
            RemovedOn = await StandingRemovals.OfAsync(db, officeId, identity, ct) is { } removed ? [removed] : [],
            Rules = VettingFactsReader.RulesOf(book.Corps is null ? book : book with { Recruitment = null }, ruleBooks.National(of.Day).Assignment.LawyersOnlyForDefence),     // rounds of a corps fill the corps, not the roster
        };
        var absences = await db.Absences.AsNoTracking().Where(a => a.MembershipId == member.Id && a.VoidedAtUtc == null).OrderBy(a => a.FirstDay).ThenBy(a => a.Id).Select(a => new TimeAway(a.Kind, a.FirstDay, a.LastDay)).ToListAsync(ct);
        return new(facts, of.Kind != member.Kind, absences);
    }
}
