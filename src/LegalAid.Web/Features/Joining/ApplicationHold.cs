using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>An application in the hands of whoever moves it, with its round held until the transaction ends, the book, and the one reading of the clock.</summary>
public sealed record HeldApplication(PoolApplication Application, RecruitmentRound Round, RecruitmentRules Rules, DateTime NowUtc)
{
    public Submitter By => ApplicationRules.SubmitterOf(Rules);

    public ApplicationStanding Standing => Application.StandingAt(Round, By, NowUtc);

    public Refusal? WhyNot(ApplicationStep step) => ApplicationSteps.WhyNot(step, Standing, Rules);
}

/// <summary>Takes an application the officer may open into a transaction: the round's row first, then the clock, so that whoever is late by one second is late (QJ-6.3).</summary>
public sealed class ApplicationHold(AidDb db, RoundBooks books, OfficeClock clock, CurrentOfficer officer)
{
    /// <returns>Null when it is not there, or not this officer's.</returns>
    public async Task<HeldApplication?> TakeAsync(Guid applicationId, CancellationToken ct)
    {
        if (await db.PoolApplications.VisibleTo(officer).SingleOrDefaultAsync(a => a.Id == applicationId, ct) is not { } application
            || await RoundLock.HoldAsync(db, application.RoundId, ct) is not { } round)
        {
            return null;
        }

        var now = clock.UtcNow;
        return new(application, round, await books.OfAsync(round, application.SubmittedAtUtc ?? now, ct), now);
    }
}
