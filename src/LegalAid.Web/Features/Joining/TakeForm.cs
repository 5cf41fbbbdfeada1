using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>Takes the whole form away as a file, personal data and all; whoever is not the applicant leaves a line in the journal.</summary>
public sealed class TakeForm(AidDb db, ApplicationViews views, PrintedApplications printed, OfficeClock clock, CurrentOfficer officer)
{
    /// <returns>Null when it is not there, or not this officer's.</returns>
    public async Task<PrintedApplication?> RunAsync(Guid applicationId, CancellationToken ct)
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

        return await printed.ReadAsync(await views.ReadAsync(application, whole: true, ct), officer.Role is Roles.Clerk or Roles.Director, ct);
    }
}
