namespace LegalAid.Rules.Assignment.Simulation;

/// <summary>What is tried on the rotation: how many invented people and cases, over how long, with or without choice, colours and newcomers.</summary>
public sealed record SimulationPlan
{
    /// <summary>The first cases after the newcomers have joined, of which their share is told.</summary>
    public const int NewcomersWatched = 60;

    public required string Name { get; init; }

    public required int Seed { get; init; }

    public required int People { get; init; }

    public required int Quarters { get; init; }

    public required int CasesPerQuarter { get; init; }

    /// <summary>Criminal cases have a queue of their own; with none of them everything goes through one queue.</summary>
    public int CriminalPercent { get; init; }

    /// <summary>Of a hundred cases, in how many the recipient chooses the lawyer, out of all who offer such work.</summary>
    public int ChosenPercent { get; init; }

    /// <summary>Some are asked for far more often than others.</summary>
    public bool Favourites { get; init; }

    /// <summary>How many join half-way.</summary>
    public int Newcomers { get; init; }

    /// <summary>Every quarter thirty of a hundred are green, sixty blue and ten red, drawn anew.</summary>
    public bool Colours { get; init; }

    public int Cases => Quarters * CasesPerQuarter;

    /// <summary>900 cases for sixty people, a tenth chosen by recipients, ten newcomers half-way.</summary>
    public static SimulationPlan Stream(int seed) =>
        new() { Name = "stream", Seed = seed, People = 60, Quarters = 4, CasesPerQuarter = 225, ChosenPercent = 10, Newcomers = 10 };

    /// <summary>Twelve quarters with colours, absences and conflicts and without choice, for so many people.</summary>
    public static SimulationPlan TwelveQuarters(int people, int casesPerQuarter, int seed) =>
        new() { Name = $"quarters-{people}", Seed = seed, People = people, Quarters = 12, CasesPerQuarter = casesPerQuarter, Colours = true };

    /// <summary>The same through both queues.</summary>
    public SimulationPlan InTwoQueues() => this with { Name = $"{Name}-two-queues", CriminalPercent = 40 };

    /// <summary>The same with favourites among the chosen.</summary>
    public SimulationPlan WithFavourites() => this with { Name = $"{Name}-favourites", Favourites = true };
}

/// <summary>The office's book and the statute that are tried.</summary>
public sealed record SimulationBooks(AssignmentRules Rules, NationalAssignmentRules Statute, ColourWeights Colours);
