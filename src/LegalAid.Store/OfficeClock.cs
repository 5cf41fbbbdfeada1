namespace LegalAid.Store;

/// <summary>The clock of the offices: moments in UTC, days in Chinese time. Every part of the program that needs "now" asks this one.</summary>
public class OfficeClock : TimeProvider
{
    private static readonly TimeZoneInfo China = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public override TimeZoneInfo LocalTimeZone => China;

    public DateTime UtcNow => GetUtcNow().UtcDateTime;

    /// <summary>The wall clock of the office, to the second.</summary>
    public DateTime Now => ToLocal(UtcNow);

    public DateOnly Today => DateOnly.FromDateTime(Now);

    public static DateTime ToLocal(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, China);

    public static DateTime ToUtc(DateTime local) => TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), China);
}
