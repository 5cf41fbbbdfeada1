using LegalAid.Rules.Ranking;

namespace LegalAid.Rules.Assignment.Simulation;

/// <summary>Runs a stream of invented cases through the real decision, one after the other, and counts what everybody gets. The same plan gives the same figures.</summary>
public sealed class FairnessSimulation
{
    private const int QuarterDays = 91;
    private static readonly DateOnly Start = new(2026, 1, 1);
    private readonly SimulationPlan plan;
    private readonly SimulatedOffice office;
    private readonly SimulatedCases cases;
    private readonly SimulationTally tally = new(queues: 2);
    private int chosen;
    private int unassigned;
    private int watched;
    private int watchedNewcomers;

    private FairnessSimulation(SimulationPlan plan, SimulationBooks books)
    {
        this.plan = plan;
        var draws = new SimulatedDraws(plan.Seed);
        office = new SimulatedOffice(plan, books, draws, Start);
        cases = new SimulatedCases(plan, draws);
        tally.Join(plan.People);
    }

    public static SimulationFigures Run(SimulationPlan plan, SimulationBooks books, CancellationToken ct = default)
    {
        if (books.Rules.Turns.Value != TurnTaker.Practitioners)
        {
            throw new ArgumentException("The simulation is of turns over persons.", nameof(books));
        }

        var simulation = new FairnessSimulation(plan, books);
        for (var number = 0; number < plan.Cases; number++)
        {
            ct.ThrowIfCancellationRequested();
            simulation.Next(number);
        }

        return simulation.Figures();
    }

    private void Next(int number)
    {
        var (quarter, within) = Math.DivRem(number, plan.CasesPerQuarter);
        var first = Start.AddDays(quarter * QuarterDays);
        var day = first.AddDays(within * QuarterDays / plan.CasesPerQuarter);
        if (within == 0)
        {
            office.BeginQuarter(first, QuarterDays);
        }

        if (number == plan.Cases / 2 && plan.Newcomers > 0)
        {
            office.Join(plan.Newcomers, day);
            tally.Join(office.People.Count);
        }

        Assign(day);
    }

    private void Assign(DateOnly day)
    {
        var aidCase = cases.Next(day, office.People);
        var decision = AssignmentDecision.Decide(office.Ask(aidCase, day));
        if (decision.Proposal is not { PractitionerId: { } taker, Turn: { } turn } proposal)
        {
            unassigned++;
            return;
        }

        var person = SimulatedOffice.NumberOf(taker);
        office.Book(aidCase, turn);
        tally.Add(decision.Able, person, SimulatedOffice.QueueOf(aidCase), (double)turn.WorthMillionths / Rotation.OneCase);
        chosen += proposal.Step == OrderStep.RecipientWish ? 1 : 0;
        if (office.People.Count > plan.People && watched < SimulationPlan.NewcomersWatched)
        {
            watched++;
            watchedNewcomers += person > plan.People ? 1 : 0;
        }
    }

    private SimulationFigures Figures()
    {
        var distances = office.People.Select(p => tally.DistanceOf(p.Number)).ToList();
        var counts = tally.Counts.Take(plan.People).ToList();
        return new()
        {
            Name = plan.Name,
            Seed = plan.Seed,
            People = plan.People,
            Newcomers = plan.Newcomers,
            Cases = plan.Cases,
            Chosen = chosen,
            Unassigned = unassigned,
            FewestCases = counts.Min(),
            MostCases = counts.Max(),
            Distance = Math.Sqrt(distances.Average(d => d * d)),
            FurthestAtEnd = distances.Max(Math.Abs),
            FurthestEver = tally.Furthest,
            FurthestEverInOneQueue = tally.FurthestInOneQueue,
            NewcomersShare = watched > 0 ? (double)watchedNewcomers / watched : null,
            GreenToBlue = tally.AgainstBlue(Colour.Green),
            RedToBlue = tally.AgainstBlue(Colour.Red),
        };
    }
}
