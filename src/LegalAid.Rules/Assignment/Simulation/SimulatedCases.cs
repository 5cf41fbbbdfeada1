using LegalAid.Rules.Intake;

namespace LegalAid.Rules.Assignment.Simulation;

/// <summary>Invented cases of every kind, a few of them grave, some with a lawyer the recipient asks for.</summary>
internal sealed class SimulatedCases(SimulationPlan plan, SimulatedDraws draws)
{
    private int number;

    public CaseFacts Next(DateOnly day, IReadOnlyList<SimulatedPerson> people)
    {
        var kind = Kind();
        var criminal = kind == CaseKind.Criminal;
        var chosen = draws.Percent(plan.ChosenPercent);
        var received = day.ToDateTime(new TimeOnly(9, 0));
        return new()
        {
            Id = new Guid(++number, 0, 9, new byte[8]),
            Kind = kind,
            Stage = CaseStage.FirstInstance,
            // After a notice nobody chooses, so a chosen case is an application.
            Source = criminal && !chosen && draws.Percent(60) ? CaseSource.Notification : CaseSource.Application,
            ReceivedAt = received,
            GrantedAt = received,
            Flags = Flags(criminal),
            Wish = chosen && Wished(kind, day, people) is { } person ? new(PractitionerId: person) : null,
        };
    }

    private CaseKind Kind() => draws.Percent(plan.CriminalPercent) ? CaseKind.Criminal : draws.Below(100) switch
    {
        < 55 => CaseKind.Civil,
        < 65 => CaseKind.Administrative,
        < 90 => CaseKind.LabourArbitration,
        _ => CaseKind.NonLitigation,
    };

    private CaseFlags Flags(bool criminal) => draws.Below(100) switch
    {
        0 when criminal => CaseFlags.LifeOrDeathPenalty,
        < 5 => CaseFlags.Difficult,
        < 13 => CaseFlags.Minor,
        _ => CaseFlags.None,
    };

    // The power favours the first: a tenth of the people are asked for by more than a fifth of the recipients.
    private double Favour => plan.Favourites ? 1.5 : 1;

    private Guid? Wished(CaseKind kind, DateOnly day, IReadOnlyList<SimulatedPerson> people)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var person = people[(int)(Math.Pow(draws.Fraction(), Favour) * people.Count)];
            if (person.Offers(kind, day))
            {
                return person.FactsFor(0, inConflict: false).Id;
            }
        }

        return null;
    }
}
