using LegalAid.Rules.Common;

namespace LegalAid.Rules.Intake;

/// <summary>What the examination of an application is judged from: the application, the statute's clock on the day it came in, the calendar, the days that do not count.</summary>
public sealed record AdmissionFacts(ApplicationFacts Application, NationalIntakeRules Statute, WorkCalendar Calendar, IReadOnlyList<DateRange> Pauses);

/// <summary>Whether aid may be granted on an application, every reason why not, and by when it had to be decided (LAW-43).</summary>
/// <param name="MayGrant">True exactly when nothing refuses.</param>
/// <param name="DecidedInTime">Whether the decision fell within the examination's clock; a late decision is still one.</param>
/// <param name="ClauseIds">Every clause the answer rests on.</param>
public sealed record AdmissionDecision(bool MayGrant, IReadOnlyList<Refusal> Refusals, Deadline Examination, bool DecidedInTime, IReadOnlyList<string> ClauseIds)
{
    /// <summary>Judges an application.</summary>
    public static AdmissionDecision Decide(AdmissionFacts facts)
    {
        var application = facts.Application;
        var refusals = Admission.WhyNotGrant(application);
        var examination = Admission.Examination(application.ReceivedAt, facts.Statute, facts.Calendar, facts.Pauses);
        IEnumerable<string> ground = application.Ground is { } scope ? [Admission.ClauseOf(scope)] : [];
        return new(
            refusals.Count == 0,
            refusals,
            examination,
            !examination.IsOverdue(application.DecidedAt),
            [.. ground.Concat(refusals.SelectMany(refusal => refusal.ClauseIds)).Append(examination.Clause).Distinct(StringComparer.Ordinal)]);
    }
}
