using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;

namespace LegalAid.Rules.Assignment;

/// <summary>The course of one decision: gates, order of steps, turn, and the explanation.</summary>
internal sealed class AssignmentDeciding(AssignmentFacts facts)
{
    private readonly GateView view = GateView.Of(facts);

    public AssignmentDecision Run()
    {
        var (candidates, preferred) = Preferences.Apply(Candidate.All(facts.Institutions, view), view);
        var able = candidates.FindAll(c => c.IsAble);
        var clocks = AssignmentClocks.For(facts.Case, facts.ClockRules ?? ClockRules.For(facts.Case.Kind, facts.Case.Source, facts.Rules, facts.Statute), facts.Calendar);
        var queue = new QueueState(facts.QueueTurn, [.. able.Select(Place)]);
        var choice = new StepChoice(view, candidates, queue, Worth).Run();
        var refusals = new ProposalRefusals(facts, view).WhyNotPropose(candidates, choice);
        var proposal = refusals.Count == 0 ? Propose(choice, able, queue) : null;
        var excluded = candidates.FindAll(c => !c.IsAble);
        List<Assumption> assumptions = [.. Assumptions(proposal, able), .. preferred];
        var ranked = new AbleList(view, able, queue, Worth, facts.ColourWeights).Rank(choice, proposal);
        return new AssignmentDecision
        {
            Refusals = refusals,
            Proposal = proposal,
            DecidedBy = Body,
            Steps = choice.Reports,
            Able = ranked,
            Excluded = [.. excluded.Select(Excluded)],
            Warnings = new AssignmentWarnings(view, clocks).For(choice),
            Considered = facts.ServiceNeed is { } need ? new Considering(view, need).Of(ranked, able) : null,
            Conflicts = facts.ConflictCheck?.Judged(facts.Case.Kind, facts.DecidingDay),
            Clocks = clocks,
            Assumptions = assumptions,
            ClauseIds = Clauses(refusals, proposal, choice, excluded, clocks, [.. assumptions.Select(a => a.Clause), .. ColoursAmong(able).Select(c => c.Clause)]),
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

        // Somebody outside the pool may still have a place from before; it does not stand in this queue and pays nothing.
        var pays = Pays(step) && queue.Places.Any(p => p.Id == chosen.Place?.Id);
        var report = choice.Reports.First(r => r.Outcome == StepOutcome.Chose);
        return new Proposal(
            chosen.Institution.Id,
            step,
            new AssignmentSentences(view, able, queue, Worth, facts.ColourWeights).Why(choice),
            report.ClauseIds,
            pays && chosen.Place is { } place ? Rotation.Charge(queue, Worth, place.Id) : null)
        {
            PractitionerId = chosen.Person?.Id,
        };
    }

    private bool Pays(OrderStep step) => step switch
    {
        OrderStep.Rotation => true,
        OrderStep.SameHandler => facts.Rules.NextStagePaysTurn is { Value: true },
        _ => facts.Rules.ChosenPaysTurn.Value,
    };

    private RotationPlace Place(Candidate candidate) => candidate.PlaceIn(Weight.Value, facts.ColourWeights);

    /// <summary>The colours that weigh among those who could take the case, each once.</summary>
    private IEnumerable<Setting<int>> ColoursAmong(List<Candidate> able) =>
        able.Select(c => facts.ColourWeights?.For(c.Person?.Colour)).OfType<Setting<int>>().Distinct().OrderBy(s => s.Clause, StringComparer.Ordinal);

    private static ExcludedCandidate Excluded(Candidate candidate) => new(
        candidate.Institution.Id, candidate.Institution.Kind, candidate.OpenCases, candidate.CasesLastYear, candidate.Refusals, candidate.Unfit, candidate.Person?.Id);

    private List<Assumption> Assumptions(Proposal? proposal, List<Candidate> able)
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

        if (CaseGravity.IsLifeOrDeath(facts.Case))
        {
            Add(view.UnknownDefenceYears);
        }

        if (CaseGravity.IsWeighty(facts.Case))
        {
            Add(facts.Rules.GraveCaseWorthPercent);
        }

        if (IsBureaus)
        {
            Add(facts.Rules.DiscussionAttendees);
        }

        foreach (var colour in ColoursAmong(able))
        {
            Add(colour);
        }

        if (proposal is { Step: not OrderStep.Rotation })
        {
            Add(proposal.Step == OrderStep.SameHandler ? facts.Rules.NextStagePaysTurn : facts.Rules.ChosenPaysTurn);
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
        List<Refusal> refusals, Proposal? proposal, StepChoice.Result choice, List<Candidate> excluded, AssignmentClocks? clocks, IEnumerable<string> settings)
    {
        IEnumerable<string> all =
        [
            .. proposal?.ClauseIds ?? [],
            .. refusals.SelectMany(r => r.ClauseIds),
            .. IsBureaus ? WhoDecides.ClausesOf(Body, facts.Rules) : [],
            .. choice.Reports.SelectMany(r => r.ClauseIds),
            .. clocks is null ? [] : clocks.Deadlines.All.Select(deadline => deadline.Clause),
            .. excluded.SelectMany(c => c.Refusals).SelectMany(r => r.ClauseIds),
            .. settings,
        ];
        return [.. all.Distinct(StringComparer.Ordinal)];
    }
}
