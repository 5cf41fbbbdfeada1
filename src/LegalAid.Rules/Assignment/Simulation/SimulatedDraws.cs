namespace LegalAid.Rules.Assignment.Simulation;

/// <summary>A row of draws that follows from its seed alone, the same on every machine (SplitMix64).</summary>
internal sealed class SimulatedDraws(int seed)
{
    private ulong state = unchecked((ulong)seed);

    /// <summary>From zero up to, not including, one.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From zero up to, not including, <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Fraction() * count);

    public bool Percent(double percent) => Fraction() * 100 < percent;

    public void Shuffle<T>(T[] items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
