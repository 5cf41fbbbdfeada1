using LegalAid.Rules.Registry;

namespace LegalAid.Store.Registry;

/// <summary>How an application stands at a moment, whatever the nightly work has come to: a draft is over with the closing time itself (视为放弃, QJ-6.3).</summary>
public static class ApplicationStatuses
{
    /// <summary>Before the centre.</summary>
    public static readonly ApplicationStatus[] Unsubmitted = [ApplicationStatus.Draft, ApplicationStatus.WithInstitution];

    /// <summary>Over without anything having come of it: the person may apply again.</summary>
    public static readonly ApplicationStatus[] CameToNothing = [ApplicationStatus.Withdrawn, ApplicationStatus.Lapsed, ApplicationStatus.Refused, ApplicationStatus.RoundWithdrawn];

    /// <summary>What the centre sees an application in: what is completed is with the applicant or the institution meanwhile.</summary>
    public static readonly ApplicationStatus[] AtCentre =
        [ApplicationStatus.Submitted, ApplicationStatus.Returned, ApplicationStatus.WithInstitution, ApplicationStatus.Selected, ApplicationStatus.Refused, ApplicationStatus.Admitted];

    /// <summary>What reached the centre and was not taken back, whoever has it now: it sees these, and no draft.</summary>
    public static IQueryable<PoolApplication> ThatReachedCentre(this IQueryable<PoolApplication> applications) =>
        applications.Where(a => a.SubmittedAtUtc != null && a.Status != ApplicationStatus.Withdrawn);

    /// <summary>Reached the centre and is not decided: nothing is published before each of these is.</summary>
    public static bool IsUndecided(ApplicationStatus kept, bool reachedCentre) =>
        reachedCentre && kept is (ApplicationStatus.Submitted or ApplicationStatus.Returned or ApplicationStatus.WithInstitution);

    /// <summary>The centre sent it back, and it did not come again yet.</summary>
    public static bool IsBeingCompleted(this PoolApplication application) =>
        application is { SubmittedAtUtc: not null, Status: ApplicationStatus.Returned or ApplicationStatus.WithInstitution };

    /// <summary>As it is shown at this moment.</summary>
    public static ApplicationStatus At(ApplicationStatus kept, bool cameInTime, DateTime? closesAtUtc, DateTime nowUtc) =>
        Unsubmitted.Contains(kept) && !cameInTime && nowUtc >= closesAtUtc ? ApplicationStatus.Lapsed : kept;

    /// <summary>Whether the decision may be read outside the centre: when the list is published, and in a channel, of which none is, when it is done.</summary>
    public static bool IsTold(ApplicationStatus kept, RoundStatus round, DateTime? closesAtUtc) =>
        round == RoundStatus.ResultsPublished || kept == ApplicationStatus.Admitted || (kept == ApplicationStatus.Refused && closesAtUtc is null);

    /// <summary>As applicants and institutions see it: what was chosen and is not published yet is still being looked at.</summary>
    public static ApplicationStatus Outside(ApplicationStatus shown, RoundStatus round, DateTime? closesAtUtc) =>
        shown is ApplicationStatus.Selected or ApplicationStatus.Refused && !IsTold(shown, round, closesAtUtc) ? ApplicationStatus.Submitted : shown;

    public static ApplicationStatus StatusAt(this PoolApplication application, RecruitmentRound round, DateTime nowUtc) =>
        At(application.Status, application.SubmittedAtUtc is not null, round.ClosesAtUtc, nowUtc);

    /// <summary>As the rules of its steps look at it.</summary>
    public static ApplicationStanding StandingAt(this PoolApplication application, RecruitmentRound round, Submitter by, DateTime nowUtc) => new(
        PlaceOf(application.StatusAt(round, nowUtc), round),
        application.EndorsedAtUtc is not null,
        by == Submitter.Institution || (by == Submitter.PersonWithConsent && application is { InstitutionId: not null, Employer: null }),      // one a clerk matched agreed on paper
        application.SubmittedAtUtc is not null,
        round.IsOpenAt(nowUtc));

    // Who was refused and not told yet may do what who was chosen may, or the difference would tell.
    private static ApplicationPlace PlaceOf(ApplicationStatus status, RecruitmentRound round) => status switch
    {
        ApplicationStatus.Draft or ApplicationStatus.Returned => ApplicationPlace.AtHome,
        ApplicationStatus.WithInstitution => ApplicationPlace.WithEmployer,
        ApplicationStatus.Submitted => ApplicationPlace.Submitted,
        ApplicationStatus.Selected => ApplicationPlace.Decided,
        ApplicationStatus.Refused when !IsTold(status, round.Status, round.ClosesAtUtc) => ApplicationPlace.Decided,
        ApplicationStatus.Lapsed or ApplicationStatus.Withdrawn or ApplicationStatus.Refused or ApplicationStatus.Admitted or ApplicationStatus.RoundWithdrawn => ApplicationPlace.Over,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };
}
