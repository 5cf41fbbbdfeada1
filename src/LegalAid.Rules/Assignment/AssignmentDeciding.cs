using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;

namespace LegalAid.Rules.Assignment;

/// <summary>The course of one decision: gates, order of steps, turn, and the explanation.</summary>
internal sealed class AssignmentDeciding(AssignmentFacts facts)
{
    private readonly GateView view = new(facts.Case, facts.District, facts.DecidingDay, facts.Rules, facts.Statute);

    public AssignmentDecision Run()
    {
        var candidates = Candidate.All(facts.Institutions, view);
        var able = candidates.FindAll(c => c.IsAble);
        var clocks = AssignmentClocks.For(facts.Case, facts.ClockRules ?? ClockRules.For(facts.Case.Kind, facts.Case.Source, facts.Rules, facts.Statute), facts.Calendar);
        var queue = new QueueState(facts.QueueTurn, [.. able.Select(c => c.PlaceIn(Weight.Value))]);
        var choice = new StepChoice(view, candidates, queue, Worth).Run();
        var refusals = new ProposalRefusals(facts, view).WhyNotPropose(candidates, choice);
        var proposal = refusals.Count == 0 ? Propose(choice, able, queue) : null;
        var excluded = candidates.FindAll(c => !c.IsAble);
        var assumptions = Assumptions(proposal);
        return new AssignmentDecision
        {
            Refusals = refusals,
            Proposal = proposal,
            DecidedBy = Body,
            Steps = choice.Reports,
            Able = new AbleList(view, able, queue, Worth).Rank(choice, proposal),
            Excluded = [.. excluded.Select(Excluded)],
            Warnings = new AssignmentWarnings(view, clocks).For(choice),
            Clocks = clocks,
            Assumptions = assumptions,
            ClauseIds = Clauses(refusals, proposal, choice, excluded, clocks, assumptions),
        };
    }

    private DecidingBody Body => WhoDecides.Of(facts.Case.Headcount, facts.Case.Flags, facts.Rules);

    private bool IsBureaus => Body == DecidingBody.BureauAfterDiscussion;

    private bool IsCriminal => facts.Case.Kind == CaseKind.Criminal;

    private Setting<QueueWeight> Weight => IsCriminal ? facts.Rules.CriminalWeight : facts.Rules.OtherWeight;

    private long Worth => CaseGravity.IsWeighty(facts.Case) ? Rotation.OneCase / 100 * (facts.Rules.GraveCaseWorthPercent?.Value ?? 100) : Rotation.OneCase;

    private Proposal? Propose(StepChoice.Result choice, List<Candidate> able, QueueState queue)
    {
        if (choice.Chosen is not { } chosen || choice.Step is not { } step)
        {
            return null;
        }

        var pays = chosen.Place is not null && (step == OrderStep.Rotation || facts.Rules.ChosenPaysTurn.Value);
        var report = choice.Reports.First(r => r.Outcome == StepOutcome.Chose);
        return new Proposal(
            chosen.Institution.Id,
            step,
            new AssignmentSentences(view, able, queue, Worth).Why(choice),
            report.ClauseIds,
            pays ? Rotation.Charge(queue, Worth, chosen.PlaceIn(Weight.Value).Id) : null)
        {
            PractitionerId = chosen.Person?.Id,
        };
    }

    private static ExcludedCandidate Excluded(Candidate candidate) => new(
        candidate.Institution.Id,
        candidate.Institution.Kind,
        candidate.OpenCases,
        candidate.CasesLastYear,
        candidate.Refusals,
        candidate.Unfit,
        candidate.Person?.Id);

    private List<Assumption> Assumptions(Proposal? proposal)
    {
        var found = new List<Assumption>();
        Add(view.Order);
        Add(Weight);
        Add(facts.Rules.Turns);
        Add(view.Intent);
        if (CaseGravity.NeedsExperiencedDefender(facts.Case))
        {
            Add(facts.Rules.GraveCaseMinYears);
            Add(facts.Rules.GraveCaseMinCriminalCases);
        }

        if (CaseGravity.IsWeighty(facts.Case))
        {
            Add(facts.Rules.GraveCaseWorthPercent);
        }

        if (IsBureaus)
        {
            Add(facts.Rules.DiscussionAttendees);
        }

        if (proposal is { Step: not OrderStep.Rotation })
        {
            Add(facts.Rules.ChosenPaysTurn);
        }

        return found;

        void Add<T>(Setting<T>? setting)
        {
            if (setting?.AssumedBecause is { } because)
            {
                found.Add(new(setting.Clause, because));
            }
        }
    }

    private List<string> Clauses(
        List<Refusal> refusals, Proposal? proposal, StepChoice.Result choice, List<Candidate> excluded, AssignmentClocks? clocks, List<Assumption> assumptions)
    {
        IEnumerable<string> all =
        [
            .. proposal?.ClauseIds ?? [],
            .. refusals.SelectMany(r => r.ClauseIds),
            .. IsBureaus ? WhoDecides.ClausesOf(Body, facts.Rules) : [],
            .. choice.Reports.SelectMany(r => r.ClauseIds),
            .. clocks is null ? [] : clocks.Deadlines.All.Select(deadline => deadline.Clause),
            .. excluded.SelectMany(c => c.Refusals).SelectMany(r => r.ClauseIds),
            .. assumptions.Select(a => a.Clause),
        ];
        return [.. all.Distinct(StringComparer.Ordinal)];
    }
}
