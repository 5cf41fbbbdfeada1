namespace LegalAid.Rules.Assignment.Fairness;

/// <summary>The longest run of cases in a row that went to one place, from how many on it alarms, and the chance that chance alone makes such a run.</summary>
public sealed record RunOfOne(Guid PlaceId, int Longest, int AlarmFrom, double ChanceByAccident)
{
    public bool IsAlarm => Longest >= AlarmFrom;
}

/// <summary>What was looked at, and the chance that a period in which every case were given by lot would raise any alarm at all.</summary>
public sealed record RunReport(int Turns, double FalseAlarmRate, IReadOnlyList<RunOfOne> Runs)
{
    public IReadOnlyList<RunOfOne> Alarms => [.. Runs.Where(run => run.IsAlarm)];
}

/// <summary>
/// Looks for runs of one place (连续指派预警). A run alarms when lots drawn by everybody's share of the period would make one as long, anywhere in the period,
/// so rarely that all places together alarm falsely in at most <see cref="Tolerated"/> of periods. The rotation makes runs rarer than lots do, so its own false
/// alarms are fewer still. An alarm proves nothing; it says where to look.
/// </summary>
public static class RunAlarm
{
    /// <summary>One period in a hundred.</summary>
    public const double Tolerated = 0.01;

    /// <param name="takers">Who took the cases, in their order.</param>
    /// <param name="shares">What each place was entitled to in the period; the sum may be anything.</param>
    public static RunReport Check(IReadOnlyList<Guid> takers, IReadOnlyDictionary<Guid, long> shares)
    {
        var entitled = shares.Where(share => share.Value > 0).ToDictionary();
        var whole = (double)entitled.Values.Sum();
        var limits = entitled.Values.Distinct().ToDictionary(share => share, share => AlarmFrom(takers.Count, share / whole, Tolerated / entitled.Count));
        var longest = Longest(takers);
        var runs = entitled.Select(place => new RunOfOne(
            place.Key,
            longest.GetValueOrDefault(place.Key),
            limits[place.Value].Length,
            ChanceOfRun(takers.Count, longest.GetValueOrDefault(place.Key), place.Value / whole)));
        return new(
            takers.Count,
            Math.Min(1, entitled.Values.Sum(share => limits[share].Chance)),
            [.. runs.OrderByDescending(run => run.Longest).ThenBy(run => run.ChanceByAccident).ThenBy(run => run.PlaceId)]);
    }

    /// <summary>The chance that among so many turns, each given with this chance, there is a run of at least this length. Exact, by recurrence over the turns.</summary>
    /// <remarks>The first such run ends with turn k when turns k−length+1 … k were given, the one before was not, and there was none up to there.</remarks>
    public static double ChanceOfRun(int turns, int length, double share)
    {
        if (length <= 0)
        {
            return 1;
        }

        if (length > turns)
        {
            return 0;
        }

        var all = Math.Pow(share, length);
        var none = new double[turns + 1];
        for (var turn = 0; turn <= turns; turn++)
        {
            none[turn] = turn < length ? 1 : turn == length ? 1 - all : none[turn - 1] - ((1 - share) * all * none[turn - length - 1]);
        }

        return 1 - none[turns];
    }

    // Longer runs are rarer, so the shortest that is rare enough is found by halving. No run alarms where one place alone could take the cases.
    private static (int Length, double Chance) AlarmFrom(int turns, double share, double tolerated)
    {
        var (low, high) = (2, turns + 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ChanceOfRun(turns, middle, share) <= tolerated ? (low, middle) : (middle + 1, high);
        }

        return (low, ChanceOfRun(turns, low, share));
    }

    private static Dictionary<Guid, int> Longest(IReadOnlyList<Guid> takers)
    {
        var longest = new Dictionary<Guid, int>();
        var run = 0;
        for (var turn = 0; turn < takers.Count; turn++)
        {
            run = turn > 0 && takers[turn] == takers[turn - 1] ? run + 1 : 1;
            longest[takers[turn]] = Math.Max(run, longest.GetValueOrDefault(takers[turn]));
        }

        return longest;
    }
}
