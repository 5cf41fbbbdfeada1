using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Gathers a member's record for the page.</summary>
public sealed class PersonReader(AidDb db, FieldCipher cipher)
{
    private const int MostClosed = 12;

    public async Task<PersonRecord?> ReadAsync(Guid id, CancellationToken ct)
    {
        var member = await db.Memberships.AsNoTracking().AsSplitQuery()
            .Include(m => m.Person).Include(m => m.Institution).Include(m => m.Absences).Include(m => m.Grades).Include(m => m.Exams)
            .SingleOrDefaultAsync(m => m.Id == id, ct);
        return member is null ? null : new(member, Masked(member.Person), Show.Masked(cipher.Open(member.Phone)), member.Address is { } address ? Masking.Hide(cipher.Open(address)) : null)
        {
            Matters = [.. await OwnMattersAsync(id, ct), .. await PriorMattersAsync(id, ct)],
            ClosedMatters = await db.PriorMatters.AsNoTracking().Where(m => m.MembershipId == id && m.ClosedOn != null).OrderByDescending(m => m.ClosedOn).ThenBy(m => m.Id).Take(MostClosed)
                .Select(m => new ClosedMatterRow(m.Id, m.CaseNumber, m.ClosedOn!.Value)).ToListAsync(ct),
            CriminalCasesSince = await CriminalExperience.SinceAsync(db, id, ct),
            Timeline = await TimelineAsync(await MergedRecords.IdsOfAsync(db, id, ct), ct),
        };
    }

    private string Masked(Person person) =>
        IdentityNumber.TryParse(cipher.Open(person.IdentityNumber), out var number, out _) ? number.Masked : Masking.Hide(cipher.Open(person.IdentityNumber));

    private async Task<List<MatterRow>> OwnMattersAsync(Guid id, CancellationToken ct)
    {
        var own = await (
            from handler in db.CaseHandlers.AsNoTracking()
            join assignment in db.Assignments on handler.AssignmentId equals assignment.Id
            join aidCase in db.Cases on assignment.CaseId equals aidCase.Id
            where handler.MembershipId == id && !AssignmentStatuses.Undone.Contains(assignment.Status)
            orderby assignment.ProposedAtUtc descending
            select new { aidCase.Id, aidCase.Number, aidCase.Kind, aidCase.Stage, assignment.ProposedAtUtc }).ToListAsync(ct);
        return own.ConvertAll(c => new MatterRow(c.Id, c.Number, c.Kind, c.Stage, DateOnly.FromDateTime(OfficeClock.ToLocal(c.ProposedAtUtc))));
    }

    private Task<List<MatterRow>> PriorMattersAsync(Guid id, CancellationToken ct) => db.PriorMatters.AsNoTracking()
        .Where(m => m.MembershipId == id && m.ClosedOn == null)
        .OrderByDescending(m => m.AssignedOn)
        .Select(m => new MatterRow(null, m.CaseNumber, m.Kind, m.Stage, m.AssignedOn, m.Id))
        .ToListAsync(ct);

    private Task<List<PersonLine>> TimelineAsync(List<Guid> ids, CancellationToken ct) => db.Journal.AsNoTracking()
        .Where(line => ids.Contains(line.SubjectId))
        .OrderByDescending(line => line.AtUtc).ThenByDescending(line => line.Id)
        .Select(line => new PersonLine(line.AtUtc, line.Act, db.Users.Where(u => u.Id == line.OfficerId).Select(u => u.DisplayName).FirstOrDefault(), line.Reason))
        .ToListAsync(ct);
}
