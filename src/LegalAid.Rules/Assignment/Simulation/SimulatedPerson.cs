using LegalAid.Rules.Intake;
using LegalAid.Rules.Ranking;
using LegalAid.Rules.Registry;

namespace LegalAid.Rules.Assignment.Simulation;

/// <summary>An invented member with a place in both queues, away now and then.</summary>
internal sealed class SimulatedPerson
{
    private const ServiceIntents Criminal = ServiceIntents.CriminalDefence;
    private const ServiceIntents Civil = ServiceIntents.CivilRepresentation;
    private const ServiceIntents Administrative = ServiceIntents.AdministrativeRepresentation;
    private const ServiceIntents Labour = ServiceIntents.LabourArbitration;

    // Ten sorts of people, as many of each; so ten newcomers are able to do just what the others are.
    private static readonly (PractitionerKind Kind, ServiceIntents Intents, bool Minors)[] Sorts =
    [
        (PractitionerKind.Lawyer, Criminal | Civil | Administrative | Labour, true),
        (PractitionerKind.Lawyer, Criminal | Civil | Labour, false),
        (PractitionerKind.Lawyer, Civil | Labour, false),
        (PractitionerKind.LegalWorker, Civil | Labour, false),
        (PractitionerKind.Lawyer, Criminal | Civil | Labour, true),
        (PractitionerKind.Lawyer, Civil | Administrative, false),
        (PractitionerKind.Lawyer, Criminal | Civil | Administrative | Labour, false),
        (PractitionerKind.LegalWorker, Civil | Administrative | Labour, false),
        (PractitionerKind.Lawyer, Criminal | Civil, true),
        (PractitionerKind.Lawyer, Criminal | Labour, false),
    ];

    private readonly PlaceFacts[] places;
    private PractitionerFacts facts;

    public SimulatedPerson(int number, DateOnly today, SimulatedDraws draws, long[] turns)
    {
        Number = number;
        places = [.. turns.Select((turn, queue) => new PlaceFacts(new Guid(number, (short)(queue + 1), 0, new byte[8]), 0, number, turn))];
        var (kind, intents, minors) = Sorts[number % Sorts.Length];
        facts = new()
        {
            Id = new Guid(number, 0, 0, new byte[8]),
            Kind = kind,
            FirstLicensedOn = today.AddDays(-draws.Below(20 * 365)),
            Intents = intents,
            CriminalCases = draws.Below(60),
            MinorsSpecialist = minors,
            ExamScore = 60 + draws.Below(41),
        };
    }

    public int Number { get; }

    public Colour? Colour => facts.Colour;

    public PlaceFacts Place(int queue) => places[queue];

    /// <summary>Whether a recipient could have heard of this person for such a case.</summary>
    public bool Offers(CaseKind kind, DateOnly day) => !facts.Absences.Any(a => a.Covers(day)) && (kind switch
    {
        CaseKind.Criminal => facts.Intents.HasFlag(Criminal) && PersonKinds.IsLawyer(facts.Kind),
        CaseKind.Civil => facts.Intents.HasFlag(Civil),
        CaseKind.Administrative => facts.Intents.HasFlag(Administrative),
        CaseKind.LabourArbitration => facts.Intents.HasFlag(Labour),
        CaseKind.NonLitigation => true,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of case."),
    });

    public PractitionerFacts FactsFor(int queue, bool inConflict) => facts with
    {
        Place = places[queue],
        Conflicts = inConflict ? [new("CF-01", "模拟", "与对方当事人有利害关系", Bars: true)] : [],
    };

    /// <summary>One in eight is away for two to six weeks of a quarter.</summary>
    public void BeginQuarter(DateOnly first, int days, Colour? colour, SimulatedDraws draws)
    {
        var leave = first.AddDays(draws.Below(days));
        var length = 14 + draws.Below(29);
        facts = facts with
        {
            Colour = colour,
            Absences = [.. facts.Absences.Where(a => a.Last >= first), .. draws.Percent(12.5) ? [new AbsenceFacts(AbsenceKind.Leave, leave, leave.AddDays(length))] : Array.Empty<AbsenceFacts>()],
        };
    }

    public void Book(int queue, RotationLine line) =>
        places[queue] = places[queue] with { BalanceMillionths = line.AfterMillionths, WaitingSinceTurn = line.WaitingSinceTurn };
}
