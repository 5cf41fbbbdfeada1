using LegalAid.Rules.Registry;

namespace LegalAid.Store.Registry;

/// <summary>How an application stands at a moment, whatever the nightly work has come to: a draft is over with the closing time itself (视为放弃, QJ-6.3).</summary>
public static class ApplicationStatuses
{
    /// <summary>Before the centre.</summary>
    public static readonly ApplicationStatus[] Unsubmitted = [ApplicationStatus.Draft, ApplicationStatus.WithInstitution];

    /// <summary>What reached the centre and is not taken back: it sees these, and no draft.</summary>
    public static readonly ApplicationStatus[] WithCentre =
        [ApplicationStatus.Submitted, ApplicationStatus.Returned, ApplicationStatus.Selected, ApplicationStatus.Refused, ApplicationStatus.Admitted];

    /// <summary>As it is shown at this moment.</summary>
    public static ApplicationStatus At(ApplicationStatus kept, bool cameInTime, DateTime? closesAtUtc, DateTime nowUtc) =>
        Unsubmitted.Contains(kept) && !cameInTime && nowUtc >= closesAtUtc ? ApplicationStatus.Lapsed : kept;

    public static ApplicationStatus StatusAt(this PoolApplication application, RecruitmentRound round, DateTime nowUtc) =>
        At(application.Status, application.SubmittedAtUtc is not null, round.ClosesAtUtc, nowUtc);

    /// <summary>As the rules of its steps look at it.</summary>
    public static ApplicationStanding StandingAt(this PoolApplication application, RecruitmentRound round, Submitter by, DateTime nowUtc) => new(
        PlaceOf(application.StatusAt(round, nowUtc)),
        application.EndorsedAtUtc is not null,
        by == Submitter.Institution || (by == Submitter.PersonWithConsent && application.InstitutionId is not null),
        application.SubmittedAtUtc is not null,
        round.IsOpenAt(nowUtc));

    private static ApplicationPlace PlaceOf(ApplicationStatus status) => status switch
    {
        ApplicationStatus.Draft or ApplicationStatus.Returned => ApplicationPlace.AtHome,
        ApplicationStatus.WithInstitution => ApplicationPlace.WithEmployer,
        ApplicationStatus.Submitted => ApplicationPlace.Submitted,
        ApplicationStatus.Lapsed or ApplicationStatus.Withdrawn or ApplicationStatus.Selected or ApplicationStatus.Refused or ApplicationStatus.Admitted => ApplicationPlace.Over,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };
}
