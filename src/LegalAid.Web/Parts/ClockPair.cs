using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store.Intake;

namespace LegalAid.Web.Parts;

/// <summary>One clock as a page draws it: when it ends, by which clause, and when it stopped; null while it runs.</summary>
public sealed record ClockFace(DateTime DueUtc, string Clause, DateTime? StoppedUtc);

/// <summary>The two clocks of an assignment, each with its own stop; every page draws them by <c>/Parts/_Clocks.cshtml</c> and so says the same.</summary>
public sealed record ClockPair(ClockFace Statute, ClockFace? Own)
{
    public EarlierClock Earlier => TwoClocks.EarlierOf(Statute.DueUtc, Own?.DueUtc);

    /// <summary>The clocks as a decision counted them.</summary>
    public static ClockPair Of(AssignmentClocks clocks, AssignmentMoments moments) => new(
        Face(OfficeTime.ToUtc(clocks.Deadlines.Statute.DueAt), clocks.Deadlines.Statute.Clause, clocks.StatuteStop, moments),
        clocks.Deadlines.Own is { } own ? Face(OfficeTime.ToUtc(own.DueAt), own.Clause, clocks.OwnStop, moments) : null);

    /// <summary>The clocks as the case keeps them; null while they do not run.</summary>
    /// <param name="aidCase">The case.</param>
    /// <param name="rules">By the books of the day that started its clocks.</param>
    /// <param name="moments">What has stopped them.</param>
    public static ClockPair? Of(AidCase aidCase, ClockRules rules, AssignmentMoments moments) => aidCase.StatutoryDueAtUtc is not { } statute ? null : new(
        Face(statute, rules.Statute.Clause, AssignmentClocks.StatuteStopOf(aidCase.Source), moments),
        aidCase.OwnDueAtUtc is { } own ? Face(own, rules.Own?.Clause ?? "", ClockStop.InstitutionAssigned, moments) : null);

    private static ClockFace Face(DateTime dueUtc, string clause, ClockStop stop, AssignmentMoments moments) =>
        new(dueUtc, clause, moments.StoppedAt(stop) is { } stopped ? OfficeTime.ToUtc(stopped) : null);
}
