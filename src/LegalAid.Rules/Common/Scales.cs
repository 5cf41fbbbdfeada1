namespace LegalAid.Rules.Common;

/// <summary>One step of a scale: from this figure on (itself included) and up to the next step, this value holds.</summary>
public sealed record Band<T>(int From, T Value);

/// <summary>The percentages of the marked record are parts of one whole: together they may not exceed 100.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SharesOfOneWholeAttribute : Attribute;

/// <summary>
/// What makes a scale or a division sound. A scale is written as ascending lower bounds, so it has neither gap nor overlap
/// once it begins where the figures begin and every bound is above the one before.
/// </summary>
public static class Scales
{
    /// <summary>Every reason why these lower bounds do not cover all figures from <paramref name="start"/> exactly once.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<int> lowerBounds, int start)
    {
        if (lowerBounds.Count == 0)
        {
            return ["分档是空的，至少要有一档"];
        }

        var faults = new List<string>();
        if (lowerBounds[0] != start)
        {
            faults.Add(lowerBounds[0] > start
                ? $"分档有缺口：首档从 {lowerBounds[0]} 起，{start} 至 {lowerBounds[0] - 1} 没有归属"
                : $"首档从 {lowerBounds[0]} 起，应从 {start} 起");
        }

        faults.AddRange(lowerBounds.Zip(lowerBounds.Skip(1))
            .Where(pair => pair.Second <= pair.First)
            .Select(pair => $"分档重叠：下限 {pair.Second} 排在 {pair.First} 之后，各档下限须逐档增大"));
        return faults;
    }

    /// <summary>Why these shares cannot be parts of one whole; null when they can.</summary>
    public static string? WhyNotOneWhole(IEnumerable<int> percents)
    {
        var sum = percents.Sum();
        return sum > 100 ? $"各份额合计 {sum}%，超过整体 100%" : null;
    }
}
