using System.Text.Json.Serialization;

namespace LegalAid.Rules.Common;

/// <summary>A run of days, both ends included. It never ends before it begins.</summary>
public sealed record DateRange
{
    [JsonConstructor]
    public DateRange(DateOnly first, DateOnly last)
    {
        First = first;
        Last = last >= first ? last : throw new ArgumentException($"A range cannot end ({last:O}) before it begins ({first:O}).", nameof(last));
    }

    public DateOnly First { get; init; }

    public DateOnly Last { get; init; }

    public bool Contains(DateOnly day) => day >= First && day <= Last;
}
