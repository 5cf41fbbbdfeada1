using System.Globalization;
using LegalAid.Rules.Tests;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Intake;

/// <summary>The clocks a case is stored with, against the vectors of the research on holidays (last day, ends at 24:00).</summary>
public sealed class ClockTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("2026-09-30", "2026-10-08", "2026-10-08")]      // before National Day: 1 working day after the seven days off; 3 days roll to the same
    [InlineData("2026-02-13", "2026-02-14", "2026-02-24")]      // before Spring Festival: Saturday the 14th is worked; 3 days roll over nine days off
    [Clause("BB-6.1", "LAW-36")]
    public async Task A_notice_starts_one_working_day_and_three_days(string start, string own, string statutory)
    {
        app.Clock.Set(Day(start).ToDateTime(new(10, 0)));
        var clerk = await app.AsAsync(Roles.Clerk, app.OfficeId, name: $"clerk-{start}");
        var registered = await clerk.SubmitAsync("/intake/letters/new", TestData.Letter($"（2026）渝0109刑初{start}号", $"{start} 9:20"));

        var aidCase = await CaseAsync(registered.Location!);
        Assert.Equal((EndOf(own), EndOf(statutory)), (aidCase.OwnDueAtUtc, aidCase.StatutoryDueAtUtc));
        Assert.Equal(EndOf(own), aidCase.NextDueAtUtc);
    }

    [Theory]
    [InlineData("2026-09-30", "2026-10-10", "2026-10-08", "2026-10-08")]    // the 10th is a worked Saturday; the statute ends first
    [InlineData("2026-02-13", "2026-02-25", "2026-02-24", "2026-02-24")]
    [Clause("BB-6.2", "LAW-43")]
    public async Task A_grant_starts_three_working_days_and_three_days_after_seven_days_of_examination(string start, string own, string statutory, string examination)
    {
        app.Clock.Set(Day(start).ToDateTime(new(10, 0)));
        var clerk = await app.AsAsync(Roles.Clerk, app.OfficeId, name: $"clerk-{start}");
        var taken = await clerk.SubmitAsync("/intake/applications/new", TestData.Application($"{start} 9:20"));
        Assert.Equal(EndOf(examination), (await CaseAsync(taken.Location!)).NextDueAtUtc);
        await clerk.SubmitAsync($"{taken.Location}/decision", ("Form.Grants", "true"));

        var aidCase = await CaseAsync(taken.Location!);
        Assert.Equal((EndOf(own), EndOf(statutory)), (aidCase.OwnDueAtUtc, aidCase.StatutoryDueAtUtc));
        Assert.Equal(EndOf(statutory), aidCase.NextDueAtUtc);
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTime? EndOf(string day) => OfficeClock.ToUtc(Day(day).AddDays(1).ToDateTime(TimeOnly.MinValue));

    private Task<AidCase> CaseAsync(string url)
    {
        var id = Guid.Parse(url["/cases/".Length..]);
        return app.InDbAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == id));
    }
}
