using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Compares an uploaded roster with the database, in five queries however long it is. Preview and import both ask it, so they cannot differ.</summary>
public sealed class RosterPlanner(AidDb db, Uploads uploads, FieldCipher cipher, RosterRulesReader rosterRules, RemovalBar bar, OfficeClock clock)
{
    /// <param name="uploadId">The upload.</param>
    /// <param name="kind">A roster, or a licence register where the book takes in everybody (TL-4.1a).</param>
    /// <param name="confirmed">Names of the new institutions the clerk says practise in the district; null before anybody was asked.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<RosterPlan>?> PlanAsync(Guid uploadId, UploadKind kind, IReadOnlyCollection<string>? confirmed, CancellationToken ct) =>
        uploads.PlanAsync(uploadId, kind, upload => ReadAsync(upload, confirmed, ct), ct);

    private async Task<Outcome<RosterPlan>> ReadAsync(OpenedUpload upload, IReadOnlyCollection<string>? confirmed, CancellationToken ct)
    {
        var kind = upload.Upload.Kind;
        var rules = await rosterRules.ReadAsync(ct);
        if (kind == UploadKind.Register && MassEnrolment.WhyNot(rules.Recruitment) is { } refusal)
        {
            return refusal;
        }

        var file = RosterReader.Read(upload.Content, new(kind, clock.Today, rules));
        return file.Value is { } roster ? await CompareAsync(upload.Upload, roster, rules, confirmed, ct) : file.Refusals.ToList();
    }

    private async Task<RosterPlan> CompareAsync(RegistryUpload upload, RosterFile file, RosterRules rules, IReadOnlyCollection<string>? confirmed, CancellationToken ct)
    {
        var people = file.Rows.Select(row => row.Person).OfType<RosterPerson>().ToList();
        var known = await KnownAsync(people, ct);
        var newcomers = Newcomers(people, known, rules, confirmed ?? OfDistrict(upload.Kind, people, rules));
        var institutions = known.Institutions.Where(i => rules.Reaches(i.District) && !(i.ClosedOn <= clock.Today))
            .Concat(newcomers.Where(n => n.Confirmed || confirmed is null).Select(n => Institution(n.Name, rules.District)))
            .ToDictionary(i => i.Name, StringComparer.Ordinal);
        var barred = await BarredAsync(people, ct);
        var comparison = new RosterComparison(db, barred, known, institutions, newcomers, rules, cipher, clock.Today, file.List);
        var rows = file.Rows.Select(comparison.Compare).ToList();
        var missing = upload.Kind == UploadKind.Register ? await MissingAsync(file, ct) : [];
        var onRoster = await db.Memberships.CountAsync(m => m.LeftOn == null, ct);
        var named = known.ByIndex.Values.Select(p => p.Id).ToHashSet();
        return new(upload, file, rows, newcomers)
        {
            NotInFile = onRoster - known.Members.Count(m => m.LeftOn is null && named.Contains(m.PersonId)),
            Missing = missing,
        };
    }

    // The department registers those who practise in its district; a name that says another place is for the head to judge (BB-2.3).
    private static List<string>? OfDistrict(UploadKind kind, List<RosterPerson> people, RosterRules rules) => kind != UploadKind.Register ? null :
        [.. people.Select(person => person.Institution).Where(name => PersonKinds.HasPractice(name.Kind) && name.WhyElsewhere(rules.District) is null).Select(name => name.Value).Distinct(StringComparer.Ordinal)];

    private Task<List<MissingMember>> MissingAsync(RosterFile file, CancellationToken ct)
    {
        var indexes = file.Rows.Select(row => row.Named.Identity).OfType<IdentityNumber>().Select(number => cipher.Index(number.Value)).ToList();
        var licences = file.Rows.Select(row => row.Named.Licence).OfType<LicenceNumber>().Select(number => number.Value).ToList();
        return db.Memberships.AsNoTracking()
            .Where(m => m.LeftOn == null && m.LicenceNumber != "" && !indexes.Contains(m.Person.IdentityIndex) && !licences.Contains(m.LicenceNumber))
            .OrderBy(m => EF.Property<string>(m, ShownNames.Column)).ThenBy(m => m.Id)
            .Select(m => new MissingMember(m.Id, m.RosterName ?? m.Person.Name, m.Kind, m.Institution.Name, m.LicenceNumber))
            .ToListAsync(ct);
    }

    private async Task<IReadOnlyDictionary<string, Refusal>> BarredAsync(List<RosterPerson> people, CancellationToken ct)
    {
        var removals = await StandingRemovals.OfManyAsync(db, people.ConvertAll(person => cipher.Index(person.Identity.Value)), ct);
        var rules = await bar.RulesAsync(ct);
        return removals.Select(removal => (removal.Key, Why: Removals.WhyNotComeBack(removal.Value, rules, clock.Today)))
            .Where(removal => removal.Why is not null).ToDictionary(removal => removal.Key, removal => removal.Why!, StringComparer.Ordinal);
    }

    private async Task<KnownRoster> KnownAsync(List<RosterPerson> people, CancellationToken ct)
    {
        var indexes = people.ConvertAll(person => cipher.Index(person.Identity.Value));
        var licences = people.ConvertAll(person => person.Licence.Value);
        var names = people.Select(person => person.Institution.Value).Distinct(StringComparer.Ordinal).ToList();
        var persons = await db.Persons.Where(p => indexes.Contains(p.IdentityIndex)).ToListAsync(ct);
        var personIds = persons.ConvertAll(p => p.Id);
        var members = await db.Memberships.WithStandings().Where(m => m.MergedIntoId == null).Where(m => personIds.Contains(m.PersonId) || licences.Contains(m.LicenceNumber)).ToListAsync(ct);
        var institutionIds = members.ConvertAll(m => m.InstitutionId);
        var institutions = await db.Institutions.Where(i => names.Contains(i.Name) || institutionIds.Contains(i.Id)).ToListAsync(ct);
        return new(persons.ToDictionary(p => Convert.ToHexString(p.IdentityIndex), StringComparer.Ordinal), members, institutions);
    }

    private static List<NewInstitution> Newcomers(List<RosterPerson> people, KnownRoster known, RosterRules rules, IReadOnlyCollection<string>? confirmed)
    {
        var knownNames = known.Institutions.Select(i => i.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. people.Where(person => !knownNames.Contains(person.Institution.Value))
                .GroupBy(person => person.Institution)
                .Select(at => (at.Key, People: at.Count(), Elsewhere: rules.Reach.Value == DistrictReach.OwnDistrict && PersonKinds.HasPractice(at.Key.Kind) ? at.Key.WhyElsewhere(rules.District) : null))
                .OrderBy(at => at.Elsewhere is null).ThenBy(at => at.Key.Kind).ThenBy(at => at.Key.Value, StringComparer.CurrentCulture)
                .Select(at => new NewInstitution(at.Key, at.People, at.Elsewhere, !PersonKinds.HasPractice(at.Key.Kind) || (confirmed?.Contains(at.Key.Value, StringComparer.Ordinal) ?? false))),
        ];
    }

    private static Institution Institution(InstitutionName name, string district) => new()
    {
        Id = Guid.CreateVersion7(),
        Name = name.Value,
        Kind = name.Kind,
        District = district,
    };
}

/// <summary>What the database holds of the people and institutions a roster names.</summary>
internal sealed record KnownRoster(IReadOnlyDictionary<string, Person> ByIndex, List<Membership> Members, List<Institution> Institutions);
