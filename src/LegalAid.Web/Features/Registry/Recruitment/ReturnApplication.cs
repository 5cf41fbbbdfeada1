using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Calendar;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>The centre sends an application back for completion (退回补正), with what is missing; when it came first still counts.</summary>
public sealed class ReturnApplication(AidDb db, RoundBooks books, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<PoolApplication>?> RunAsync(Guid applicationId, string reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.PoolApplications.VisibleTo(officer).SingleOrDefaultAsync(a => a.Id == applicationId, ct) is not { } application
            || await RoundLock.HoldAsync(db, application.RoundId, ct) is not { } round)
        {
            return null;
        }

        var rules = await books.OfAsync(round, application.SubmittedAtUtc ?? clock.UtcNow, ct);
        if (ApplicationSteps.WhyNot(ApplicationStep.Return, application.StandingAt(round, ApplicationRules.SubmitterOf(rules), clock.UtcNow), rules) is { } refusal)
        {
            return refusal;
        }

        var due = Deadline.Count(clock.Now, ApplicationRules.CompletionOf(rules), await WorkCalendars.FromAsync(db, clock.Today, ct));
        (application.Status, application.ReturnReason, application.CompleteByUtc) = (ApplicationStatus.Returned, reason, OfficeClock.ToUtc(due.DueAt));
        application.HandedOverAtUtc = null;
        await Endorsements.FallAsync(db, application, clock.UtcNow, ct);      // the institution looks at what it then says
        db.TellApplicant(NoticeKind.ApplicationReturned, application, clock.UtcNow);
        db.Note(application.OfficeId, clock.UtcNow, Act.ApplicationReturned, application.Id, officer.Id);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return application;
    }
}
