using LegalAid.Rules.Assignment;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Database;
using LegalAid.Store.Registry;
using LegalAid.Store.Search;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>What the address of the people list asks for.</summary>
public sealed class PeopleFilter
{
    /// <summary>Characters, pinyin or initials of a name, or a licence number; never taken from an address.</summary>
    [FromForm(Name = QueryLink.SearchKey)]
    public string? Searched { get; set; }

    [ModelBinder(Name = "institution")]
    public Guid? InstitutionId { get; set; }

    [ModelBinder(Name = "office")]
    public Guid? OfficeId { get; set; }

    [ModelBinder(Name = "kind")]
    public PractitionerKind? Kind { get; set; }

    [ModelBinder(Name = "today")]
    public Availability? Today { get; set; }

    [ModelBinder(Name = "intent")]
    public string? Intent { get; set; }
}

/// <summary>A person of the list.</summary>
public sealed record PersonRow(
    Guid Id,
    Guid OfficeId,
    string Name,
    PractitionerKind Kind,
    Guid InstitutionId,
    string Institution,
    string LicenceNumber,
    DateOnly FirstLicensedOn,
    ServiceIntents Intents,
    IReadOnlyList<AbsenceKind> AwayToday,
    bool HasLeft)
{
    /// <summary>Whom somebody works for who practises at no institution.</summary>
    public string? Employer { get; init; }

    /// <summary>Open cases, the program's own and those the office brought along.</summary>
    public int OpenLoad { get; init; }

    public Availability Availability => HasLeft ? Availability.Left : AvailabilityWords.Of(AwayToday);

    public int YearsOn(DateOnly day) => Experience.FullYears(FirstLicensedOn, day);
}

/// <summary>Finds, sorts and counts the people of a list on the server.</summary>
internal static class PeopleQuery
{
    public static IQueryable<Membership> On(AidDb db, PeopleFilter filter, DateOnly today)
    {
        var intent = Enum.TryParse<ServiceIntents>(filter.Intent, out var told) ? told : ServiceIntents.None;
        var people = db.Memberships.AsNoTracking().SearchedFor(db, filter.Searched)
            .Where(m => m.MergedIntoId == null)
            .Where(m => filter.Today == Availability.Left ? m.LeftOn <= today : m.LeftOn == null || m.LeftOn > today)
            .Where(m => filter.InstitutionId == null || m.InstitutionId == filter.InstitutionId)
            .Where(m => filter.OfficeId == null || m.OfficeId == filter.OfficeId)
            .Where(m => filter.Kind == null || m.Kind == filter.Kind);
        return WithAvailability(WithIntent(people, intent), filter.Today, today);
    }

    public static IQueryable<Membership> Sorted(AidDb db, IQueryable<Membership> people, string? sort) => sort switch
    {
        "-name" => people.OrderByDescending(m => EF.Property<string>(m, ShownNames.Column)).ThenBy(m => m.Id),
        "institution" => people.OrderBy(m => EF.Functions.Collate(m.Institution.Name, ShownNames.PinyinOrder)).ThenBy(m => EF.Property<string>(m, ShownNames.Column)).ThenBy(m => m.Id),
        "-institution" => people.OrderByDescending(m => EF.Functions.Collate(m.Institution.Name, ShownNames.PinyinOrder)).ThenBy(m => m.Id),
        "years" => people.OrderByDescending(m => m.FirstLicensedOn).ThenBy(m => m.Id),
        "-years" => people.OrderBy(m => m.FirstLicensedOn).ThenBy(m => m.Id),
        "load" => people.OrderBy(m => OpenPrior(db).Count(p => p.MembershipId == m.Id) + OpenOwn(db).Count(h => h.MembershipId == m.Id)).ThenBy(m => m.Id),
        "-load" => people.OrderByDescending(m => OpenPrior(db).Count(p => p.MembershipId == m.Id) + OpenOwn(db).Count(h => h.MembershipId == m.Id)).ThenBy(m => m.Id),
        _ => people.OrderBy(m => EF.Property<string>(m, ShownNames.Column)).ThenBy(m => m.Id),
    };

    public static IQueryable<PersonRow> Rows(IQueryable<Membership> people, DateOnly today) => people.Select(m => new PersonRow(
        m.Id,
        m.OfficeId,
        m.RosterName ?? m.Person.Name,
        m.Kind,
        m.InstitutionId,
        m.Institution.Name,
        m.LicenceNumber,
        m.FirstLicensedOn,
        m.Intents,
        m.Absences.Where(a => a.VoidedAtUtc == null && a.FirstDay <= today && (a.LastDay == null || a.LastDay >= today)).Select(a => a.Kind).ToList(),
        m.LeftOn != null && m.LeftOn <= today)
    { Employer = m.Employer });

    /// <summary>The rows with their open cases: two grouped counts over the page's people, not two counts for each person.</summary>
    public static async Task<List<PersonRow>> WithLoadAsync(AidDb db, List<PersonRow> rows, CancellationToken ct)
    {
        var loads = await LoadsAsync(db, rows.ConvertAll(row => row.Id), ct);
        return rows.ConvertAll(row => row with { OpenLoad = loads.GetValueOrDefault(row.Id) });
    }

    /// <summary>The open cases of these people, or of everybody in sight; who has none is left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, int>> LoadsAsync(AidDb db, List<Guid>? ids, CancellationToken ct)
    {
        var prior = await OpenPrior(db).Where(p => ids == null || ids.Contains(p.MembershipId)).GroupBy(p => p.MembershipId).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        var own = await OpenOwn(db).Where(h => ids == null || ids.Contains(h.MembershipId)).GroupBy(h => h.MembershipId).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        return prior.Concat(own).GroupBy(load => load.Key).ToDictionary(load => load.Key, load => load.Sum(part => part.Count));
    }

    private static IQueryable<PriorMatter> OpenPrior(AidDb db) => db.PriorMatters.Where(matter => matter.ClosedOn == null);

    private static IQueryable<CaseHandler> OpenOwn(AidDb db) =>
        db.CaseHandlers.Where(handler => db.Assignments.Any(a => a.Id == handler.AssignmentId && !AssignmentStatuses.Undone.Contains(a.Status)));

    // Intents are stored as their names, 刑事与民事 as "CriminalDefence, CivilRepresentation", so the sets that hold the one are listed.
    private static IQueryable<Membership> WithIntent(IQueryable<Membership> people, ServiceIntents intent)
    {
        if (intent == ServiceIntents.None)
        {
            return people;
        }

        var all = (int)Enum.GetValues<ServiceIntents>().Aggregate((sum, one) => sum | one);
        var holding = Enumerable.Range(1, all).Select(set => (ServiceIntents)set).Where(set => set.HasFlag(intent)).ToList();
        return people.Where(m => holding.Contains(m.Intents));
    }

    private static IQueryable<Membership> WithAvailability(IQueryable<Membership> people, Availability? wanted, DateOnly today) => wanted switch
    {
        null or Availability.Left => people,
        Availability.Available => people.Where(m => !m.Absences.Any(a => a.VoidedAtUtc == null && a.FirstDay <= today && (a.LastDay == null || a.LastDay >= today))),
        Availability.Leave => Away(people, AbsenceKind.Leave, today),
        Availability.Suspension => Away(people, AbsenceKind.Suspension, today),
        Availability.PracticeStopped => Away(people, AbsenceKind.PracticeStopped, today),
        Availability.AppraisalFailed => Away(people, AbsenceKind.AppraisalFailed, today),
        Availability.LicenceEnded => Away(people, AbsenceKind.LicenceEnded, today),
        _ => throw new ArgumentOutOfRangeException(nameof(wanted), wanted, "Unknown availability."),
    };

    private static IQueryable<Membership> Away(IQueryable<Membership> people, AbsenceKind kind, DateOnly today) =>
        people.Where(m => m.Absences.Any(a => a.VoidedAtUtc == null && a.Kind == kind && a.FirstDay <= today && (a.LastDay == null || a.LastDay >= today)));
}
