namespace LegalAid.Rules.Assignment.Fairness;

/// <summary>What a place got in a period, and what it was entitled to (应得); both in millionths of a case.</summary>
public sealed record GotAndFair(Guid PlaceId, long GotMillionths, long FairMillionths)
{
    /// <summary>偏离：所得减应得</summary>
    public long DistanceMillionths => GotMillionths - FairMillionths;
}

/// <summary>How far a period's cases lie from what everybody was entitled to: root mean square and the furthest, in cases.</summary>
public sealed record Spread(double RootMeanSquare, double Furthest)
{
    public static Spread Of(IReadOnlyCollection<GotAndFair> places)
    {
        if (places.Count == 0)
        {
            return new(0, 0);
        }

        var distances = places.Select(place => place.DistanceMillionths / (double)Rotation.OneCase).ToList();
        return new(Math.Sqrt(distances.Average(distance => distance * distance)), distances.Max(Math.Abs));
    }
}
