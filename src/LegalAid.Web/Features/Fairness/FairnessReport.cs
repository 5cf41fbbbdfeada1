using LegalAid.Rules.Assignment;
using LegalAid.Rules.Assignment.Fairness;
using LegalAid.Store.Assignment;

namespace LegalAid.Web.Features.Fairness;

/// <summary>A month of the period.</summary>
public sealed record MonthOf(int Year, int Month);

/// <summary>One holder of a place, or somebody outside the queue who got cases, with the figures of the period.</summary>
public sealed record FairnessRow
{
    public required Guid HolderId { get; init; }

    public required string Name { get; init; }

    public required int Cases { get; init; }

    /// <summary>By the step that led there; a request to leave the order counts in <see cref="LeftOrder"/> besides.</summary>
    public required IReadOnlyDictionary<OrderStep, int> ByStep { get; init; }

    public required int LeftOrder { get; init; }

    public required IReadOnlyDictionary<MonthOf, int> ByMonth { get; init; }

    /// <summary>Null outside the queue.</summary>
    public GotAndFair? Turns { get; init; }

    public long? BalanceMillionths { get; init; }

    public double? AverageWait { get; init; }

    public long? LongestWait { get; init; }

    /// <summary>Turns since it last took a case, as of now; null where its place is closed.</summary>
    public long? WaitingNow { get; init; }
}

/// <summary>The fairness of a period, put together from its sums: rows, the furthest above the fair share first, spreads, and runs.</summary>
public sealed record FairnessReport(IReadOnlyList<FairnessRow> Rows, Spread All, Spread OutsideRotation, RunReport Runs, IReadOnlyList<MonthOf> Months)
{
    public int Cases => Rows.Sum(row => row.Cases);

    public int Of(OrderStep step) => Rows.Sum(row => row.ByStep.GetValueOrDefault(step));

    public string NameOf(Guid placeId) => Rows.FirstOrDefault(row => row.Turns?.PlaceId == placeId)?.Name ?? "—";

    public static FairnessReport Of(FairnessSums sums, IReadOnlyList<MonthOf> months)
    {
        var tallies = sums.Tallies.ToLookup(tally => tally.PlaceId);
        var all = sums.Places.Select(place => GotAndFair(place.PlaceId, tallies[place.PlaceId])).ToList();
        var outside = sums.Places.Select(place => GotAndFair(place.PlaceId, tallies[place.PlaceId].Where(tally => tally.Step != OrderStep.Rotation))).ToList();
        var runs = RunAlarm.Check(sums.Takers, all.ToDictionary(place => place.PlaceId, place => place.FairMillionths));
        return new(RowsOf(sums, all), Spread.Of(Entitled(all)), Spread.Of(Entitled(outside)), runs, months);
    }

    // Who was entitled to nothing and got nothing does not make a period look fairer.
    private static List<GotAndFair> Entitled(List<GotAndFair> places) => places.FindAll(place => place.FairMillionths != 0 || place.GotMillionths != 0);

    private static GotAndFair GotAndFair(Guid placeId, IEnumerable<PlaceTally> tallies)
    {
        var own = tallies.ToList();
        return new(placeId, own.Sum(tally => tally.PaidMillionths), own.Sum(tally => tally.ShareMillionths));
    }

    private static List<FairnessRow> RowsOf(FairnessSums sums, List<GotAndFair> turns)
    {
        var counts = sums.Counts.ToLookup(count => count.HolderId);
        var waits = sums.Waits.ToDictionary(wait => wait.PlaceId);
        var byPlace = turns.ToDictionary(place => place.PlaceId);
        // Whoever left and came back has two places; the cases are shown with the one that is open.
        var shownWith = sums.Places.GroupBy(place => place.HolderId).ToDictionary(holder => holder.Key, holder => holder.OrderBy(place => place.IsClosed).ThenBy(place => place.PlaceId).First().PlaceId);
        var placed = sums.Places.Where(place => !place.IsClosed || byPlace[place.PlaceId].FairMillionths != 0 || counts[place.HolderId].Any()).Select(place =>
            Row(place.HolderId, place.Person is null ? place.Institution : $"{place.Person} {place.Institution}", shownWith[place.HolderId] == place.PlaceId ? counts[place.HolderId] : []) with
            {
                Turns = byPlace[place.PlaceId],
                BalanceMillionths = place.BalanceMillionths,
                AverageWait = waits.GetValueOrDefault(place.PlaceId)?.Average,
                LongestWait = waits.GetValueOrDefault(place.PlaceId)?.Longest,
                WaitingNow = place.IsClosed ? null : sums.Turn - place.WaitingSinceTurn,
            });
        var outside = counts.Where(holder => !shownWith.ContainsKey(holder.Key)).Select(holder => Row(holder.Key, sums.OtherNames.GetValueOrDefault(holder.Key, "队列以外"), holder));
        return [.. placed.Concat(outside).OrderByDescending(row => row.Turns?.DistanceMillionths ?? long.MinValue).ThenBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.HolderId)];
    }

    private static FairnessRow Row(Guid holderId, string name, IEnumerable<HolderCount> counts)
    {
        var own = counts.ToList();
        return new()
        {
            HolderId = holderId,
            Name = name,
            Cases = own.Sum(count => count.Cases),
            ByStep = own.GroupBy(count => count.Step).ToDictionary(step => step.Key, step => step.Sum(count => count.Cases)),
            LeftOrder = own.Where(count => count.LeftOrder).Sum(count => count.Cases),
            ByMonth = own.GroupBy(count => new MonthOf(count.Year, count.Month)).ToDictionary(month => month.Key, month => month.Sum(count => count.Cases)),
        };
    }
}
