namespace LegalAid.Rules.Assignment.Simulation;

/// <summary>
/// What a simulation showed. A distance is what somebody got less the fair share of the cases he or she was able to take, in cases; a heavy case
/// counts as the book says. <see cref="GreenToBlue"/> is what green got for each plain share in the cases it was able to take, against the same of blue.
/// </summary>
public sealed record SimulationFigures
{
    public required string Name { get; init; }

    public required int Seed { get; init; }

    public required int People { get; init; }

    public required int Newcomers { get; init; }

    public required int Cases { get; init; }

    /// <summary>Cases that went to whom the recipient asked for.</summary>
    public required int Chosen { get; init; }

    /// <summary>Cases nobody was able to take.</summary>
    public required int Unassigned { get; init; }

    /// <summary>The fewest and the most cases of those who were there from the beginning.</summary>
    public required int FewestCases { get; init; }

    public required int MostCases { get; init; }

    /// <summary>At the end, root mean square over everybody.</summary>
    public required double Distance { get; init; }

    /// <summary>At the end, of whoever is furthest.</summary>
    public required double FurthestAtEnd { get; init; }

    /// <summary>At any time, of whoever was furthest, in both queues together and in one.</summary>
    public required double FurthestEver { get; init; }

    public required double FurthestEverInOneQueue { get; init; }

    /// <summary>The newcomers' part of the first sixty cases after they joined; none when nobody joined.</summary>
    public double? NewcomersShare { get; init; }

    public double? GreenToBlue { get; init; }

    public double? RedToBlue { get; init; }
}
