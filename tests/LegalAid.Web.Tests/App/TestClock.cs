using LegalAid.Store;

namespace LegalAid.Web.Tests.App;

/// <summary>The office's clock, standing where the test puts it. Chinese wall time in, UTC out.</summary>
public sealed class TestClock : OfficeClock
{
    private DateTime utc = ToUtc(new(2026, 6, 17, 10, 0, 0));

    public override DateTimeOffset GetUtcNow() => new(utc, TimeSpan.Zero);

    public void Set(DateTime local) => utc = ToUtc(local);

    public void Set(int year, int month, int day, int hour = 10, int minute = 0) => Set(new DateTime(year, month, day, hour, minute, 0));
}
