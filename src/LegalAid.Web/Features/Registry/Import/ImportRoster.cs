using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// Takes the good rows of an uploaded roster, or licence register, onto the office's roster, creates the institutions the clerk confirmed and gives them places in the queues.
/// Run again it changes nothing; two runs at once are settled by the unique indexes on identity, licence and institution.
/// </summary>
public sealed class ImportRoster(AidDb db, RosterPlanner planner, QueueReturns queues, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<RegistryUpload>?> RunAsync(Guid uploadId, UploadKind kind, IReadOnlyCollection<string> localInstitutions, CancellationToken ct)
    {
        if (await planner.PlanAsync(uploadId, kind, localInstitutions, ct) is not { } planned)
        {
            return null;
        }

        if (planned.Value is not { } plan)
        {
            return planned.Refusals.ToList();
        }

        if (plan.ToImport == 0)
        {
            return new Refusal("roster-nothing", $"没有需要导入的人：{plan.Count(RowFate.Unchanged)} 人与在库一致，{plan.Count(RowFate.Refused)} 行有问题。", []);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var members = await RecordAsync(plan, ct);
        await queues.JoinAsync(         // whoever the office's book gives the turn to stands in the queues from the first import on
            plan.People.Select(person => person.Institution).Distinct().Where(institution => institution.ClosedOn is null),
            plan.People.Select(person => person.Known).OfType<Membership>().Where(member => member.LeftOn is null).Concat(members),
            clock.Today,
            ct);
        Close(plan);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return plan.Upload;
    }

    private static IEnumerable<Institution> Fresh(RosterPlan plan, IEnumerable<Institution> used) =>
        used.IntersectBy(plan.NewInstitutions.Select(newcomer => newcomer.Name.Value), institution => institution.Name, StringComparer.Ordinal);

    // Institutions and changes one by one, then the newcomers in bulk: a roster may name twenty thousand.
    private async Task<List<Membership>> RecordAsync(RosterPlan plan, CancellationToken ct)
    {
        db.AddRange(Fresh(plan, plan.People.Select(person => person.Institution).Distinct()));
        foreach (var change in plan.People.SelectMany(person => person.Changes))
        {
            change.Apply();
        }

        await db.SaveChangesAsync(ct);
        var (persons, members, standings) = (new List<Person>(), new List<Membership>(), new List<PoolStanding>());
        foreach (var planned in plan.People.Where(person => person.Fate == RowFate.Added))
        {
            var person = planned.Person ?? NewPerson(planned.Told);
            if (planned.Person is null)
            {
                persons.Add(person);
            }

            var member = NewMember(planned.Told, person, planned.Institution.Id);
            members.Add(member);
            standings.AddRange(PoolsOf(planned.Told).Select(pool => PoolStandings.Of(member, pool, clock.Today)));
        }

        await db.InsertAsync(persons, ct);
        await db.InsertAsync(members, ct);
        await db.InsertAsync(standings, ct);
        return members;
    }

    // A roster that says nothing of cases puts into the case pool whoever offers any (WZ-3.1).
    private static IEnumerable<Pools> PoolsOf(RosterPerson told) =>
        new[] { (Pool: Pools.Duty, Stands: told.WillingForDuty ?? false), (Pool: Pools.Cases, Stands: told.InCasePool ?? told.Intents != ServiceIntents.None) }
            .Where(known => known.Stands).Select(known => known.Pool);

    private void Close(RosterPlan plan)
    {
        var upload = plan.Upload;
        upload.ImportedAtUtc = clock.UtcNow;
        (upload.Added, upload.Changed, upload.Unchanged, upload.Refused) =
            (plan.Count(RowFate.Added), plan.Count(RowFate.Changed), plan.Count(RowFate.Unchanged), plan.Count(RowFate.Refused));
        var institutions = Fresh(plan, plan.People.Select(person => person.Institution).Distinct()).Count();
        if (upload.Kind == UploadKind.Register)
        {
            db.Note(officer.OfficeId, clock.UtcNow, Act.EverybodyEnrolled, upload.Id, officer.Id, details: new { upload.Added, upload.Changed, upload.Unchanged, upload.Refused, institutions, missing = plan.Missing.Count });
        }
        else
        {
            db.Note(officer.OfficeId, clock.UtcNow, Act.RosterImported, upload.Id, officer.Id, details: new { upload.Added, upload.Changed, upload.Unchanged, upload.Refused, institutions });
        }

        foreach (var (member, changes) in plan.People.Where(person => person.Changes.Count > 0).Select(person => (person.Known!, person.Changes)))
        {
            db.Note(officer.OfficeId, clock.UtcNow, Act.MemberChanged, member.Id, officer.Id, details: new { upload = upload.Id, fields = changes.Select(change => change.Label) });
        }
    }

    private Person NewPerson(RosterPerson told) => new()
    {
        Id = Guid.CreateVersion7(),
        Name = told.Name,
        Gender = told.Gender,
        BornOn = told.Identity.BirthDate,
        IdentityNumber = cipher.Seal(told.Identity.Value),
        IdentityIndex = cipher.Index(told.Identity.Value),
    };

    private Membership NewMember(RosterPerson told, Person person, Guid institutionId) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = officer.OfficeId,
        PersonId = person.Id,
        RosterName = person.Name == told.Name ? null : told.Name,
        RosterGender = person.Gender == told.Gender ? null : told.Gender,
        InstitutionId = institutionId,
        Kind = told.Kind,
        LicenceNumber = told.Licence.Value,
        FirstLicensedOn = told.FirstLicensedOn,
        Intents = told.Intents,
        Phone = cipher.Seal(told.Phone.Digits),
        Address = told.Address is { } address ? cipher.Seal(address) : null,
        Education = told.Education,
        Employer = told.Employer,
        Remark = told.Remark,
        JoinedOn = clock.Today,
    };
}
