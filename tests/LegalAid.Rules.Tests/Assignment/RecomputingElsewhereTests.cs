using System.Globalization;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using Xunit;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>Whoever recomputes a stored decision years later, on whatever machine, gets the same bytes.</summary>
public sealed class RecomputingElsewhereTests : IDisposable
{
    private readonly string? zone = Environment.GetEnvironmentVariable("TZ");
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;

    // Other years, other digits, other minus signs, other letters; and a day that is not today's.
    private static readonly (string Zone, string Culture)[] Places =
    [
        ("America/Los_Angeles", "ar-SA"), ("Pacific/Kiritimati", "th-TH"), ("Europe/Stockholm", "sv-SE"), ("Asia/Tehran", "fa-IR"), ("Europe/Istanbul", "tr-TR"),
    ];

    [Fact]
    public void Decisions_are_recomputed_to_the_same_bytes_in_another_time_zone_and_culture() => Recompute(decisions: 500);

    [Fact]
    [Trait("Length", "Long")]
    public void Ten_thousand_decisions_are_recomputed_to_the_same_bytes_in_another_time_zone_and_culture() => Recompute(decisions: 10_000);

    [Fact]
    public void Elsewhere_is_really_elsewhere()
    {
        Elsewhere("Pacific/Kiritimati", "th-TH");

        Assert.Equal(TimeSpan.FromHours(14), TimeZoneInfo.Local.BaseUtcOffset);
        Assert.Equal("2569", new DateOnly(2026, 6, 17).ToString("yyyy"));
    }

    public void Dispose()
    {
        CultureInfo.CurrentCulture = culture;
        Environment.SetEnvironmentVariable("TZ", zone);
        TimeZoneInfo.ClearCachedData();
    }

    private static void Recompute(int decisions)
    {
        Elsewhere("Asia/Shanghai", "zh-CN");
        var stored = Enumerable.Range(0, decisions).Select(Question).Select(facts => (Facts: CanonicalJson.Write(facts), Result: CanonicalJson.Write(AssignmentDecision.Decide(facts)))).ToList();

        foreach (var (part, place) in stored.Chunk(decisions / Places.Length).Zip(Places))
        {
            Elsewhere(place.Zone, place.Culture);
            Assert.All(part, s => Assert.Equal(s.Result, CanonicalJson.Write(AssignmentDecision.Decide(CanonicalJson.Read<AssignmentFacts>(s.Facts)))));
        }

        Assert.InRange(stored.Count(s => s.Result.Contains("\"proposal\"", StringComparison.Ordinal)), decisions / 4, decisions);
    }

    private static AssignmentFacts Question(int seed) => seed % 2 == 0 ? Questions.Any(new Random(seed)) : Questions.OverPersons(new Random(seed));

    private static void Elsewhere(string zone, string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        Environment.SetEnvironmentVariable("TZ", zone);
        TimeZoneInfo.ClearCachedData();
    }
}
