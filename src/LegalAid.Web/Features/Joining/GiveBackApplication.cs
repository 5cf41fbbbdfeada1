using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;

namespace LegalAid.Web.Features.Joining;

/// <summary>
/// The institution steps back from an application: one it still has goes back to the applicant to be changed, one it submitted comes back to it as long as the round is open.
/// Its opinion falls either way.
/// </summary>
public sealed class GiveBackApplication(AidDb db, ApplicationHold hold, CurrentOfficer officer)
{
    public async Task<Outcome<PoolApplication>?> RunAsync(Guid applicationId, string reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await hold.TakeAsync(applicationId, ct) is not { } held)
        {
            return null;
        }

        var takesBack = held.Standing.Place == ApplicationPlace.Submitted;
        if (held.WhyNot(takesBack ? ApplicationStep.TakeBack : ApplicationStep.GiveBack) is { } refusal)
        {
            return refusal;
        }

        await Endorsements.FallAsync(db, held.Application, held.NowUtc, ct);
        Record(held, takesBack, reason);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return held.Application;
    }

    private void Record(HeldApplication held, bool takesBack, string reason)
    {
        var application = held.Application;
        application.ReturnReason = reason;
        if (takesBack)
        {
            (application.Status, application.SubmittedAtUtc, application.CompleteByUtc) = (ApplicationStatus.WithInstitution, null, null);
        }
        else
        {
            // What came in time and is being completed stays so.
            (application.Status, application.HandedOverAtUtc) = (application.SubmittedAtUtc is null ? ApplicationStatus.Draft : ApplicationStatus.Returned, null);
            db.TellApplicant(NoticeKind.ApplicationReturned, application, held.NowUtc);
        }

        db.Note(application.OfficeId, held.NowUtc, takesBack ? Act.ApplicationTakenBack : Act.ApplicationGivenBack, application.Id, officer.Id);
    }
}
