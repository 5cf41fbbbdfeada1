using LegalAid.Rules.Assignment;

namespace LegalAid.Web.Tests.Storms.Histories;

/// <summary>A history small enough to write down: two places, two cases, four turns of which the second is taken back by the third. Then one thing wrong with it.</summary>
internal static class SmallHistory
{
    private const long Half = Rotation.OneCase / 2;

    private static readonly Guid A = Id(1);
    private static readonly Guid B = Id(2);
    private static readonly Guid FirstCase = Id(11);
    private static readonly Guid SecondCase = Id(12);
    private static readonly Guid One = Id(21);
    private static readonly Guid Two = Id(22);
    private static readonly Guid Three = Id(23);

    public static History Good() => new(
        [new(Deed.Assign, FirstCase, 1, 2, One), new(Deed.Assign, SecondCase, 3, 4, Two), new(Deed.Reject, Two, 5, 6), new(Deed.Assign, SecondCase, 7, 8, Three)],
        [
            new(A, 1, One, Half, 2 * Half, -Half, false), new(B, 1, One, Half, 0, Half, false),
            new(A, 2, Two, Half, 0, 0, false), new(B, 2, Two, Half, 2 * Half, 0, false),
            new(A, 3, Two, -Half, 0, -Half, true), new(B, 3, Two, -Half, -2 * Half, Half, true),
            new(A, 4, Three, Half, 0, 0, false), new(B, 4, Three, Half, 2 * Half, 0, false),
        ],
        new Dictionary<Guid, long> { [A] = 0, [B] = 0 },
        [Made(One, FirstCase, A, true, 0, 0, 0), Made(Two, SecondCase, B, false, 1, -Half, Half), Made(Three, SecondCase, B, true, 3, -Half, Half)]);

    public static History With(string wrong)
    {
        var good = Good();
        return wrong switch
        {
            "a turn lost" => good with { Ledger = [.. good.Ledger.Where(line => line.Turn != 3)] },
            "a turn paid twice" => good with { Ledger = [.. good.Ledger.Select(line => line.Turn == 4 && line.PlaceId == A ? line with { Paid = Half } : line)] },
            "a balance changed" => good with { Balances = new Dictionary<Guid, long> { [A] = 1, [B] = -1 } },
            "an assignment without a turn" => good with { Ledger = [.. good.Ledger.Where(line => line.Turn != 4)] },
            "taken back by two" => good with { Operations = [.. good.Operations, new(Deed.Withdraw, Two, 5, 6)] },
            "a reversal nobody asked for" => good with { Operations = [.. good.Operations.Where(operation => operation.Deed != Deed.Reject)] },
            "two live" => good with { Assignments = [.. good.Assignments.Select(made => made with { IsLive = true })] },
            "assigned before the one before had ended" => good with { Operations = [.. good.Operations.Select(operation => operation.Deed == Deed.Reject ? operation with { Called = 9, Returned = 10 } : operation)] },
            "decided from an old queue" => Changed(good, made => made with { SeenTurn = 2 }),
            "decided from other balances" => Changed(good, made => made with { SeenBalances = new Dictionary<Guid, long> { [A] = 0, [B] = 0 } }),
            "an effect before its call" => good with { Operations = [.. good.Operations.Select(operation => operation.Made == One ? operation with { Called = 9, Returned = 10 } : operation)] },
            "given to somebody away" => good with { Operations = [new(Deed.Suspend, B, -1, 0), .. good.Operations, new(Deed.Resume, B, 9, 10)] },
            "went away meanwhile" => good with { Operations = [.. good.Operations.Select(operation => operation with { Called = operation.Called * 10, Returned = operation.Returned * 10 }), new(Deed.Leave, B, 75, 79)] },
            _ => throw new ArgumentOutOfRangeException(nameof(wrong), wrong, "Unknown wrong."),
        };
    }

    private static History Changed(History good, Func<MadeAssignment, MadeAssignment> change) =>
        good with { Assignments = [.. good.Assignments.Select(made => made.Id == Three ? change(made) : made)] };

    private static MadeAssignment Made(Guid id, Guid caseId, Guid taker, bool live, long turn, long a, long b) =>
        new(id, caseId, taker, live, turn, new Dictionary<Guid, long> { [A] = a, [B] = b });

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
