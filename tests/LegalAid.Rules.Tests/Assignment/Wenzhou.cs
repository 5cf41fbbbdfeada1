using LegalAid.Rules.Assignment;
using static LegalAid.Rules.Tests.Assignment.Beibei;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>
/// An office with Wenzhou's switches: the turn goes to persons, no district limit, two pools, an examination before work, no clock of its own.
/// Firm A has 甲 11 and 乙 12, firm B has 丙 21; everybody has passed, all balances are zero, the drawn order is 11, 12, 21.
/// </summary>
internal static class Wenzhou
{
    public static AssignmentRules Book { get; } = new(
        Turns: new(TurnTaker.Practitioners, "WZ-21.1"),
        District: new(DistrictReach.Anywhere, "WZ-5.3"),
        CriminalIntent: new(true, "WZ-21.1", "意向视为专长"),
        OtherIntent: new(true, "WZ-21.1", "意向视为专长"),
        CriminalOrder: new([OrderStep.RecipientWish, OrderStep.Rotation], "WZ-21.1"),
        OtherOrder: new([OrderStep.RecipientWish, OrderStep.Rotation], "WZ-21.1"),
        CriminalWeight: new(QueueWeight.Equal, "WZ-13.1"),
        OtherWeight: new(QueueWeight.Equal, "WZ-13.1"),
        ChosenPaysTurn: new(true, "WZ-21.1", "使总体均衡"),
        GroupCaseFrom: new(10, "WZ-P4.2"),
        HandlersPerCase: new(1, "WZ-21.1", "原文没有写"),
        OrdinaryDecision: new(DecidingBody.CentreDirector, "WZ-21.1", "原文没有写"),
        CasePoolOnly: new(true, "WZ-3.3"),
        ExamPassMark: new(60, "WZ-10.2", "原文没有写多少分"),
        OutsidePool: new(true, "WZ-21.2"));

    /// <summary>Green one and a half, blue one, red half a share.</summary>
    public static ColourWeights Weights { get; } = new(new(150, "WZ-13.2b", "取一倍半"), new(100, "WZ-13.1"), new(50, "WZ-13.3a", "取一半"));

    public static PractitionerFacts Person(int number, long balanceMillionths = 0) =>
        Lawyer(number) with { ExamScore = 60, Place = new PlaceFacts(Id(100 + number), balanceMillionths, number, 0) };

    public static InstitutionFacts FirmA { get; } = Firm(1, Person(11), Person(12)) with { Place = null, District = "浙江省某市" };

    public static InstitutionFacts FirmB { get; } = Firm(2, Person(21)) with { Place = null };

    public static AssignmentDecision Decide(CaseFacts aidCase, params InstitutionFacts[] institutions) =>
        AssignmentDecision.Decide(Facts(aidCase, institutions.Length > 0 ? institutions : [FirmA, FirmB]) with { Rules = Book });

    /// <summary>The number of a test person.</summary>
    public static int Number(Guid? id) => id is { } known ? BitConverter.ToInt32(known.ToByteArray()) : 0;
}
