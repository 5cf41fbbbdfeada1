using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>The form, and the photo that stands on it.</summary>
public sealed record TakenForm(PrintedApplication Form, byte[]? Photo);

/// <summary>Takes the whole form away as a file, personal data and all; whoever is not the applicant leaves a line in the journal.</summary>
public sealed class TakeForm(AidDb db, ApplicationViews views, PrintedApplications printed, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    /// <returns>Null when it is not there, or not this officer's.</returns>
    public async Task<TakenForm?> RunAsync(Guid applicationId, CancellationToken ct)
    {
        if (await db.PoolApplications.AsNoTracking().VisibleTo(officer).SingleOrDefaultAsync(a => a.Id == applicationId, ct) is not { } application)
        {
            return null;
        }

        if (application.ApplicantId != officer.Id)
        {
            db.Note(application.OfficeId, clock.UtcNow, Act.ApplicationFormTaken, application.Id, officer.Id);
            await db.SaveChangesAsync(ct);
        }

        var form = await printed.ReadAsync(await views.ReadAsync(application, whole: true, ct), officer.Role is Roles.Clerk or Roles.Director, ct);
        var photo = await db.ApplicationPapers.AsNoTracking().Where(p => p.Id == form.PhotoId).Select(p => p.Content).SingleOrDefaultAsync(ct);
        return new(form, photo is null ? null : cipher.OpenBytes(photo));
    }
}
