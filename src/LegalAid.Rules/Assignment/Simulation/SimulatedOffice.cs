using LegalAid.Rules.Intake;
using LegalAid.Rules.Ranking;
using LegalAid.Rules.Registry;

namespace LegalAid.Rules.Assignment.Simulation;

/// <summary>An invented office: its people in firms of six, the queue of criminal cases and the queue of the others.</summary>
internal sealed class SimulatedOffice
{
    private const string District = "模拟区";
    private const int FirmSize = 6;
    private const double ConflictPercent = 2;
    private readonly SimulationBooks books;
    private readonly bool coloured;
    private readonly SimulatedDraws draws;
    private readonly List<SimulatedPerson> people = [];
    private readonly long[] turns = [0, 0];

    public SimulatedOffice(SimulationPlan plan, SimulationBooks books, SimulatedDraws draws, DateOnly today)
    {
        (this.books, this.draws, coloured) = (books, draws, plan.Colours);
        Join(plan.People, today);
    }

    public IReadOnlyList<SimulatedPerson> People => people;

    public static int QueueOf(CaseFacts aidCase) => aidCase.Kind == CaseKind.Criminal ? 0 : 1;

    public void Join(int count, DateOnly today)
    {
        for (var i = 0; i < count; i++)
        {
            people.Add(new SimulatedPerson(people.Count + 1, today, draws, turns));
        }
    }

    public void BeginQuarter(DateOnly first, int days)
    {
        var colours = new Colour?[people.Count];
        if (coloured)
        {
            var (green, red) = (people.Count * 30 / 100, people.Count * 10 / 100);
            colours = [.. people.Select((_, rank) => (Colour?)(rank < green ? Colour.Green : rank >= people.Count - red ? Colour.Red : Colour.Blue))];
            draws.Shuffle(colours);
        }

        for (var i = 0; i < people.Count; i++)
        {
            people[i].BeginQuarter(first, days, colours[i], draws);
        }
    }

    /// <summary>The question as the office would put it to the rules.</summary>
    public AssignmentFacts Ask(CaseFacts aidCase, DateOnly day)
    {
        var queue = QueueOf(aidCase);
        var firms = people.Select(p => p.FactsFor(queue, draws.Percent(ConflictPercent))).Chunk(FirmSize);
        return new()
        {
            DecidingDay = day,
            District = District,
            Case = aidCase,
            Institutions = [.. firms.Select((members, index) => new InstitutionFacts
            {
                Id = new Guid(index + 1, 0, 1, new byte[8]),
                Kind = InstitutionKind.LawFirm,
                District = District,
                Practitioners = members,
            })],
            QueueTurn = turns[queue],
            Rules = books.Rules,
            Statute = books.Statute,
            ColourWeights = coloured ? books.Colours : null,
            Calendar = new([], [], []),
        };
    }

    public void Book(CaseFacts aidCase, RotationTurn turn)
    {
        var queue = QueueOf(aidCase);
        turns[queue] = turn.Turn;
        foreach (var line in turn.Lines)
        {
            people[NumberOf(line.PlaceId) - 1].Book(queue, line);
        }
    }

    /// <summary>The number behind an invented id.</summary>
    public static int NumberOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return BitConverter.ToInt32(bytes);
    }
}
