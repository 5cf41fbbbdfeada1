using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Ranking;
using LegalAid.Rules.Registry;
using static LegalAid.Rules.Tests.Assignment.Beibei;
using static LegalAid.Rules.Tests.Common.Calendars;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>Questions of all sorts: kinds, sources, flags, wishes, absences, conflicts, balances, colours.</summary>
internal static class Questions
{
    /// <summary>Where the turn goes to institutions, as in Beibei.</summary>
    public static AssignmentFacts Any(Random random)
    {
        var people = 0;
        var aidCase = Civil with
        {
            Kind = (CaseKind)random.Next(1, 6),
            Source = (CaseSource)random.Next(1, 3),
            GrantedAt = random.Next(8) == 0 ? null : Civil.GrantedAt,
            Flags = (CaseFlags)(random.Next(128) & random.Next(128) & random.Next(128)),
            Headcount = random.Next(12) == 0 ? 50 : 1,
            Wish = random.Next(2) == 0 ? null : new(random.Next(2) == 0 ? Id(random.Next(1, 9)) : null, random.Next(2) == 0 ? Id(random.Next(1000, 1020)) : null),
            Help = random.Next(2) == 0 ? null : new((HelperKind)random.Next(1, 4), Id(random.Next(1, 9))),
            OutOfTurn = random.Next(6) == 0 ? new((OrderStep)random.Next(1, 4), random.Next(2) == 0) : null,
            DeclinedBy = random.Next(6) == 0 ? [Id(1)] : [],
        };
        var facts = Facts(aidCase, [.. Enumerable.Range(1, random.Next(1, 8)).Select(Institution)]);
        return random.Next(2) == 0 ? facts : facts with { ClockRules = new(Statute.AfterNotice with { Length = random.Next(1, 9) }, random.Next(3) == 0 ? null : Book.OtherClock) };

        InstitutionFacts Institution(int number) => Firm(number, [.. Enumerable.Range(0, random.Next(0, 5)).Select(_ => Person())]).At(random.Next(-900_000, 900_000), random.Next(40)) with
        {
            Kind = (InstitutionKind)random.Next(1, 3),
            District = random.Next(8) == 0 ? "重庆市某区" : Here,
            Conflicts = random.Next(4) == 0 ? [new("CF-05", "2025-0142", "代理过本案被害人", random.Next(2) == 0)] : [],
        };

        PractitionerFacts Person() => Lawyer(1000 + people++) with
        {
            Kind = (PractitionerKind)random.Next(1, 3),
            FirstLicensedOn = new DateOnly(random.Next(2005, 2026), 6, random.Next(1, 30)),
            Intents = (ServiceIntents)random.Next(16),
            CriminalCases = random.Next(20),
            MinorsSpecialist = random.Next(2) == 0,
            Absences = random.Next(4) == 0 ? [new((AbsenceKind)random.Next(1, 4), Day("2026-06-10"), random.Next(2) == 0 ? Day("2026-06-17") : null)] : [],
            Specialities = random.Next(2) == 0 ? ["刑事", "𠮷字　例"] : [],
        };
    }

    /// <summary>Where the turn goes to persons, as in Wenzhou.</summary>
    public static AssignmentFacts OverPersons(Random random)
    {
        var facts = Any(random);
        var drawn = 0;
        return facts with
        {
            Rules = Wenzhou.Book,
            ColourWeights = random.Next(4) == 0 ? null : Wenzhou.Weights,
            Case = facts.Case with { OutOfTurn = random.Next(6) == 0 ? new(OrderStep.OutsidePool, random.Next(2) == 0, Id(random.Next(1000, 1020))) : null },
            Institutions = [.. facts.Institutions.Select(i => i with { Place = null, Practitioners = [.. i.Practitioners.Select(Member)] })],
        };

        PractitionerFacts Member(PractitionerFacts person) => person with
        {
            InCasePool = random.Next(8) > 0,
            ExamScore = random.Next(8) == 0 ? null : random.Next(50, 101),
            Colour = random.Next(4) == 0 ? null : (Colour)random.Next(1, 4),
            Place = new PlaceFacts(Id(9000 + drawn++), random.Next(-900_000, 900_000), drawn, random.Next(40)),
            Conflicts = random.Next(6) == 0 ? [new("CF-01", "2025-0142", "与对方当事人是近亲属", random.Next(2) == 0)] : [],
            Absences = [.. person.Absences.Select(a => a.Kind == AbsenceKind.Suspension ? a with { Clause = "WZ-13.4a" } : a)],
        };
    }
}
