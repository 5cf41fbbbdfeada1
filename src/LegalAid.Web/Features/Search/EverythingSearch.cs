using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Search;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Search;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Search;

/// <summary>One thing found: what it is called, where it is, and what tells it from its namesakes.</summary>
public sealed record FoundHit(string Title, string Url, string Remark, Guid? OfficeId);

/// <summary>What was found of one kind: the first few, how many in all, and the list that has them all.</summary>
public sealed record FoundGroup(string Id, string Title, string Url, string Unit, int Total, IReadOnlyList<FoundHit> Hits);

/// <summary>Searches what the officer's own lists show: a firm and a practitioner their cases, the bureau no letters.</summary>
public sealed class EverythingSearch(AidDb db, CurrentOfficer officer)
{
    private const int Shown = 10;

    public async Task<IReadOnlyList<FoundGroup>> FindAsync(string typed, CancellationToken ct)
    {
        var query = SearchQuery.Read(typed, BuiltInReadings.Table);
        if (query.IsEmpty)
        {
            return [];
        }

        List<FoundGroup> groups = [await CasesAsync(query, ct)];
        if (officer.SeesWholeOffice)
        {
            groups.InsertRange(0, [await PeopleAsync(typed, ct), await InstitutionsAsync(query, ct)]);
        }

        if (officer.Role is Roles.Clerk or Roles.Director)
        {
            groups.Add(await LettersAsync(typed, ct));
        }

        return groups.FindAll(found => found.Total > 0);
    }

    private async Task<FoundGroup> PeopleAsync(string typed, CancellationToken ct)
    {
        var people = db.Memberships.AsNoTracking().SearchedFor(db, typed).Where(m => m.LeftOn == null);
        var hits = await people.OrderBy(m => EF.Property<string>(m, ShownNames.Column)).ThenBy(m => m.Id).Take(Shown)
            .Select(m => new { m.Id, m.OfficeId, Name = m.RosterName ?? m.Person.Name, m.Kind, Institution = m.Institution.Name, m.LicenceNumber }).ToListAsync(ct);
        return new("people", "人员", "/registry/people", "人", await people.CountAsync(ct),
            hits.ConvertAll(m => new FoundHit(m.Name, $"/registry/people/{m.Id}", $"{RosterAdmission.NameOf(m.Kind)} {m.Institution} {m.LicenceNumber}", m.OfficeId)));
    }

    // Institutions are shared records: an office finds those it works with.
    private async Task<FoundGroup> InstitutionsAsync(SearchQuery query, CancellationToken ct)
    {
        var institutions = db.Institutions.AsNoTracking().Found(query)
            .Where(i => db.Memberships.Any(m => m.InstitutionId == i.Id) || db.QueuePlaces.Any(p => p.InstitutionId == i.Id));
        var hits = await institutions.OrderBy(i => EF.Functions.Collate(i.Name, ShownNames.PinyinOrder)).Take(Shown).Select(i => new { i.Id, i.Name, i.Kind, i.District }).ToListAsync(ct);
        return new("institutions", "机构", "/registry/institutions", "个", await institutions.CountAsync(ct),
            hits.ConvertAll(i => new FoundHit(i.Name, $"/registry/institutions/{i.Id}", $"{RosterAdmission.NameOf(i.Kind)} {i.District}", null)));
    }

    private async Task<FoundGroup> CasesAsync(SearchQuery query, CancellationToken ct)
    {
        var cases = db.Cases.AsNoTracking().VisibleTo(db, officer).FoundOwn(db, query);
        var hits = await cases.OrderByDescending(c => c.ReceivedAtUtc).ThenBy(c => c.Id).Take(Shown)
            .Select(c => new { c.Id, c.OfficeId, c.Number, c.Cause, c.Status, Recipient = c.Parties.Where(p => p.Role == PartyRole.Recipient).OrderBy(p => p.Order).Select(p => p.Name).FirstOrDefault() })
            .ToListAsync(ct);
        return new("cases", "案件", "/cases", "件", await cases.CountAsync(ct),
            hits.ConvertAll(c => new FoundHit($"{c.Number} {c.Cause}", $"/cases/{c.Id}", $"{c.Recipient} {CaseWords.Of(c.Status).Word}", c.OfficeId)));
    }

    private async Task<FoundGroup> LettersAsync(string typed, CancellationToken ct)
    {
        var letters = db.IncomingLetters.AsNoTracking().SearchedFor(db, typed).Where(l => l.OfficeId == officer.OfficeId);      // the register is kept at home
        var hits = await letters.OrderByDescending(l => l.ReceivedAtUtc).ThenBy(l => l.Id).Take(Shown).Select(l => new { l.Id, l.RegisterNumber, l.Authority, l.LetterNumber }).ToListAsync(ct);
        return new("letters", "收文", "/intake/letters", "件", await letters.CountAsync(ct),
            hits.ConvertAll(l => new FoundHit(l.RegisterNumber, $"/intake/letters/{l.Id}", $"{l.Authority} {l.LetterNumber}", null)));
    }
}
