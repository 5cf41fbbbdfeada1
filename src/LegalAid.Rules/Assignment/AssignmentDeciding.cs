using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;

namespace LegalAid.Rules.Assignment;

/// <summary>The course of one decision: gates, order of steps, turn, and the explanation.</summary>
internal sealed class AssignmentDeciding(AssignmentFacts facts)
{
    private readonly GateView view = new(facts.Case, facts.DecidingDay, facts.Rules, facts.Statute);

    public AssignmentDecision Run()
    {
        // Sorted by id, so that the order in which the facts were gathered changes nothing.
        var candidates = facts.Institutions.OrderBy(i => i.Id).Select(i => Candidate.Of(i, view)).ToList();
        var able = candidates.FindAll(c => c.IsAble);
        var clocks = AssignmentClocks.For(facts.Case, facts.Rules, facts.Statute, facts.Calendar);
        var refusals = new ProposalRefusals(facts, view).WhyNotPropose(candidates);
        var queue = new QueueState(facts.QueueTurn, [.. able.Select(c => c.PlaceIn(Weight.Value))]);
        var choice = new StepChoice(view, candidates, queue, Worth).Run();
        var proposal = refusals.Count == 0 ? Propose(choice, able, queue) : null;
        var excluded = candidates.FindAll(c => !c.IsAble);
        var assumptions = Assumptions(proposal);
        return new AssignmentDecision
        {
            Refusals = refusals,
            Proposal = proposal,
            DecidedBy = (CaseGravity.NeedsCollectiveDecision(facts.Case, facts.Rules) ? facts.Rules.CollectiveDecision : facts.Rules.OrdinaryDecision).Value,
            Steps = choice.Reports,
            Able = new AbleList(view, able, queue, Worth).Rank(choice, proposal),
            Excluded = [.. excluded.Select(Excluded)],
            Warnings = new AssignmentWarnings(view, clocks).For(choice),
            Clocks = clocks,
            Assumptions = assumptions,
            ClauseIds = Clauses(refusals, proposal, choice, excluded, clocks, assumptions),
        };
    }

    private bool IsCriminal => facts.Case.Kind == CaseKind.Criminal;

    private Setting<QueueWeight> Weight => IsCriminal ? facts.Rules.CriminalWeight : facts.Rules.OtherWeight;

    private long Worth => CaseGravity.IsWeighty(facts.Case) ? Rotation.OneCase / 100 * facts.Rules.GraveCaseWorthPercent.Value : Rotation.OneCase;

    private Proposal? Propose(StepChoice.Result choice, List<Candidate> able, QueueState queue)
    {
        if (choice.Chosen is not { } chosen || choice.Step is not { } step)
        {
            return null;
        }

        var pays = step == OrderStep.Rotation || facts.Rules.ChosenPaysTurn.Value;
        var place = chosen.PlaceIn(Weight.Value);
        var report = choice.Reports.First(r => r.Outcome == StepOutcome.Chose);
        return new Proposal(
            chosen.Institution.Id,
            step,
            new AssignmentSentences(view, able, queue, Worth).Why(choice),
            report.ClauseIds,
            pays ? Rotation.Charge(queue, Worth, place.Id) : null);
    }

    private static ExcludedInstitution Excluded(Candidate candidate) => new(
        candidate.Institution.Id,
        candidate.Institution.Kind,
        candidate.Institution.OpenCases,
        candidate.Institution.CasesLastYear,
        candidate.Refusals,
        candidate.Unfit);

    private List<Assumption> Assumptions(Proposal? proposal)
    {
        var found = new List<Assumption>();
        Add(Candidate.OrderOf(view));
        Add(Weight);
        if (CaseGravity.NeedsExperiencedDefender(facts.Case))
        {
            Add(facts.Rules.GraveCaseMinYears);
            Add(facts.Rules.GraveCaseMinCriminalCases);
        }

        if (CaseGravity.IsWeighty(facts.Case))
        {
            Add(facts.Rules.GraveCaseWorthPercent);
        }

        if (proposal is { Step: not OrderStep.Rotation })
        {
            Add(facts.Rules.ChosenPaysTurn);
        }

        found.Add(new(Gates.IntentClause, "原文没有规定按服务意向筛选；名册登记的意向视为资质和专长的一部分，意向不含本类案件的人员不列为候选。"));
        return found;

        void Add<T>(Setting<T> setting)
        {
            if (setting.AssumedBecause is { } because)
            {
                found.Add(new(setting.Clause, because));
            }
        }
    }

    private static List<string> Clauses(
        List<Refusal> refusals, Proposal? proposal, StepChoice.Result choice, List<Candidate> excluded, AssignmentClocks? clocks, List<Assumption> assumptions)
    {
        IEnumerable<string> all =
        [
            .. proposal?.ClauseIds ?? [],
            .. refusals.SelectMany(r => r.ClauseIds),
            .. choice.Reports.SelectMany(r => r.ClauseIds),
            .. clocks is null ? [] : new[] { clocks.Deadlines.Own.Clause, clocks.Deadlines.Statute.Clause },
            .. excluded.SelectMany(c => c.Refusals).SelectMany(r => r.ClauseIds),
            .. assumptions.Select(a => a.Clause),
        ];
        return [.. all.Distinct(StringComparer.Ordinal)];
    }
}
