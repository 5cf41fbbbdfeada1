using LegalAid.Rules.Ranking;

namespace LegalAid.Rules.Assignment.Simulation;

/// <summary>
/// Counts beside the engine, from who was able and who took the case alone: what each had a fair chance of and what each got, in cases.
/// The balances of the rotation are not looked at.
/// </summary>
internal sealed class SimulationTally(int queues)
{
    private readonly List<double[]> distances = [];
    private readonly List<int> counts = [];
    private readonly Dictionary<Colour, (double Got, double Plain)> colours = [];

    public IReadOnlyList<int> Counts => counts;

    /// <summary>The greatest distance anybody ever had in one queue, and in both together.</summary>
    public double FurthestInOneQueue { get; private set; }

    public double Furthest { get; private set; }

    public void Join(int people)
    {
        while (counts.Count < people)
        {
            counts.Add(0);
            distances.Add(new double[queues]);
        }
    }

    public double DistanceOf(int number) => distances[number - 1].Sum();

    public void Add(IReadOnlyList<RankedCandidate> able, int taker, int queue, double worth)
    {
        var weights = able.Sum(a => (double)a.Weight);
        counts[taker - 1]++;
        foreach (var candidate in able)
        {
            var number = SimulatedOffice.NumberOf(candidate.PractitionerId ?? throw new InvalidOperationException("The simulation is of turns over persons."));
            var got = number == taker ? worth : 0;
            var own = distances[number - 1];
            own[queue] += got - (worth * candidate.Weight / weights);
            FurthestInOneQueue = Math.Max(FurthestInOneQueue, Math.Abs(own[queue]));
            Furthest = Math.Max(Furthest, Math.Abs(own.Sum()));
            if (candidate.Colour is { } colour)
            {
                var sum = colours.GetValueOrDefault(colour);
                colours[colour] = (sum.Got + got, sum.Plain + (worth * ColourWeights.PlainPercent / weights));
            }
        }
    }

    /// <summary>What a colour got for each plain share it could have had, against the same of blue.</summary>
    public double? AgainstBlue(Colour colour) =>
        colours.TryGetValue(colour, out var sum) && colours.TryGetValue(Colour.Blue, out var blue) ? sum.Got / sum.Plain / (blue.Got / blue.Plain) : null;
}
