using LegalAid.Rules.Assignment;
using LegalAid.Rules.Disclosure;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Disclosure;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Disclosure;

/// <summary>What a visitor looks for on the published list.</summary>
/// <param name="Searched">A part of a name or of a speciality.</param>
/// <param name="Speciality">One speciality.</param>
/// <param name="Kind">One kind of practitioner.</param>
/// <param name="NowOnly">Only who may be given a case today.</param>
public sealed record ListWish(string? Searched = null, string? Speciality = null, PractitionerKind? Kind = null, bool NowOnly = false);

/// <summary>A line of the published list: the texts of the book's fields, null where the person has not agreed to one.</summary>
public sealed record ListLine(IReadOnlyList<string?> Cells)
{
    /// <summary>How many columns from this one on the person has not agreed to, one beside the other.</summary>
    public int HiddenFrom(int place) => Cells.Skip(place).TakeWhile(cell => cell is null).Count();
}

/// <summary>A line as visitors see it: with whether the person may be given a case today, which is no field of the list and kept nowhere.</summary>
public sealed record ShownLine(Guid MemberId, ListLine Line, bool Available);

/// <summary>Reads the published list (WZ-8.1): the columns of the book and nothing else; no birth date, number, phone or institution leaves the database for it.</summary>
public sealed class PublicList(AidDb db, OfficeClock clock)
{
    public IQueryable<Membership> Found(ListWish wish, RuleBook book)
    {
        var (text, speciality) = (wish.Searched?.Trim(), wish.Speciality);
        return (wish.NowOnly ? ListedMembers.Available(db, clock.Today, book) : ListedMembers.On(db, clock.Today)).AsNoTracking()
            .Where(m => wish.Kind == null || m.Kind == wish.Kind)
            .Where(m => speciality == null || m.Specialities.Contains(speciality))
            .Where(m => string.IsNullOrEmpty(text) || (m.RosterName ?? m.Person.Name).Contains(text) || m.Specialities.Any(one => one.Contains(text)));
    }

    public async Task<IReadOnlyList<ShownLine>> LinesAsync(IQueryable<Membership> members, RuleBook book, CancellationToken ct)
    {
        var (today, rules) = (clock.Today, book.Disclosure!.Roster!);
        var available = ListedMembers.Available(db, today, book);
        var found = await members.Select(m => new
        {
            m.Id,
            Name = m.RosterName ?? m.Person.Name,
            Gender = m.RosterGender ?? m.Person.Gender,
            m.Person.BornOn,
            m.FirstLicensedOn,
            IsLicensed = m.LicenceNumber != "",
            m.Specialities,
            Consents = m.ListConsentOn != null && m.ListConsentOn <= today,
            Available = available.Any(one => one.Id == m.Id),
        }).ToListAsync(ct);
        return found.ConvertAll(m => new ShownLine(
            m.Id, LineOf(new(m.Name, m.Gender, m.BornOn, m.IsLicensed ? Experience.FullYears(m.FirstLicensedOn, today) : null, m.Specialities, m.Consents), rules, today), m.Available));
    }

    /// <summary>By pinyin, in one order for everybody, so that nobody stands first by more than the name.</summary>
    public static IQueryable<Membership> Ordered(IQueryable<Membership> members) => members.OrderBy(m => EF.Property<string>(m, ShownNames.Column)).ThenBy(m => m.Id);

    public async Task<IReadOnlyList<string>> SpecialitiesAsync(CancellationToken ct) =>
        await ListedMembers.On(db, clock.Today).SelectMany(m => m.Specialities).Distinct().OrderBy(speciality => speciality).Take(100).ToListAsync(ct);

    private static ListLine LineOf(ListedMember member, PublicRosterRules rules, DateOnly day) =>
        new([.. rules.Fields.Value.Select(field => PublicRoster.TextOf(member, field, rules, day))]);
}
