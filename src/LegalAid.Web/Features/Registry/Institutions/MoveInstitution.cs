using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Corrects the district an institution is registered in. It is told in the journal of every office that works with the institution.</summary>
public sealed class MoveInstitution(AidDb db, OfficeBooks books, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Institution>?> RunAsync(Guid institutionId, string district, string evidence, CancellationToken ct)
    {
        if (await db.Institutions.SingleOrDefaultAsync(i => i.Id == institutionId && (db.Memberships.Any(m => m.InstitutionId == i.Id) || db.QueuePlaces.Any(p => p.InstitutionId == i.Id)), ct) is not { } institution)
        {
            return null;
        }

        var own = await db.Offices.Where(o => o.Id == officer.OfficeId).Select(o => o.District).SingleAsync(ct);
        var served = await db.Offices.AnyAsync(o => o.Id != officer.OfficeId && o.District == institution.District, ct) && !await IsOwnMistakeAsync(institution, ct);
        var reach = (await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).Assignment.District;
        if (InstitutionPlace.WhyNotMove(new(institution.District, own, served), district, reach.Clause) is { } refusal)
        {
            return refusal;
        }

        var details = new { correction = Guid.CreateVersion7(), before = institution.District, after = district };
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        institution.District = district;
        db.Note(officer.OfficeId, clock.UtcNow, Act.InstitutionMoved, institution.Id, officer.Id, evidence, details);
        await db.SaveChangesAsync(ct);
        await db.NoteElsewhereAsync(institution, clock.UtcNow, details, ct);
        await transaction.CommitAsync(ct);
        return institution;
    }

    // This office put it there, and the office of that district has not taken it up.
    private async Task<bool> IsOwnMistakeAsync(Institution institution, CancellationToken ct)
    {
        var last = await db.Journal.Where(line => line.OfficeId == officer.OfficeId && line.SubjectId == institution.Id && line.Act == Act.InstitutionMoved && line.OfficerId != null)
            .OrderByDescending(line => line.AtUtc).Select(line => line.Details).FirstOrDefaultAsync(ct);
        return last is not null && last.Contains($"\"after\":\"{institution.District}\"", StringComparison.Ordinal) && !await db.IsClaimedAsync(institution, ct);
    }
}
