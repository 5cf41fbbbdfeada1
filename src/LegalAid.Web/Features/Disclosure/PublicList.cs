using LegalAid.Rules.Assignment;
using LegalAid.Rules.Disclosure;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Disclosure;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Disclosure;

/// <summary>What a visitor looks for on the published list.</summary>
public sealed record ListWish(string? Speciality, PractitionerKind? Kind);

/// <summary>A line of the published list: the texts of the book's fields, null where the person has not agreed to one.</summary>
public sealed record ListLine(IReadOnlyList<string?> Cells)
{
    /// <summary>How many columns from this one on the person has not agreed to, one beside the other.</summary>
    public int HiddenFrom(int place) => Cells.Skip(place).TakeWhile(cell => cell is null).Count();
}

/// <summary>Reads the published list (WZ-8.1): the columns of the book and nothing else; no birth date, number, phone or institution leaves the database for it.</summary>
public sealed class PublicList(AidDb db, OfficeClock clock)
{
    public IQueryable<Membership> Found(ListWish wish) =>
        ListedMembers.On(db, clock.Today).AsNoTracking()
            .Where(m => wish.Kind == null || m.Kind == wish.Kind)
            .Where(m => wish.Speciality == null || m.Specialities.Contains(wish.Speciality));

    public async Task<IReadOnlyList<ListLine>> LinesAsync(IQueryable<Membership> members, PublicRosterRules rules, CancellationToken ct)
    {
        var today = clock.Today;
        var found = await members.Select(m => new
        {
            Name = m.RosterName ?? m.Person.Name,
            Gender = m.RosterGender ?? m.Person.Gender,
            m.Person.BornOn,
            m.FirstLicensedOn,
            m.Specialities,
            Consents = m.ListConsentOn != null && m.ListConsentOn <= today,
        }).ToListAsync(ct);
        return found.ConvertAll(m => LineOf(new(m.Name, m.Gender, m.BornOn, Experience.FullYears(m.FirstLicensedOn, today), m.Specialities, m.Consents), rules, today));
    }

    /// <summary>In one order for everybody, so that nobody stands first by more than the name.</summary>
    public static IQueryable<Membership> Ordered(IQueryable<Membership> members) => members.OrderBy(m => m.RosterName ?? m.Person.Name).ThenBy(m => m.Id);

    public async Task<IReadOnlyList<string>> SpecialitiesAsync(CancellationToken ct) =>
        await ListedMembers.On(db, clock.Today).SelectMany(m => m.Specialities).Distinct().OrderBy(speciality => speciality).Take(100).ToListAsync(ct);

    private static ListLine LineOf(ListedMember member, PublicRosterRules rules, DateOnly day) =>
        new([.. rules.Fields.Value.Select(field => PublicRoster.TextOf(member, field, rules, day))]);
}
