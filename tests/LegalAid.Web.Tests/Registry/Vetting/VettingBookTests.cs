using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Rulebooks;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Vetting;

/// <summary>温州 with a new book from 18 June 2026, which asks four years for the case pool instead of two.</summary>
public sealed class WenzhouNewBookApp : TestApp
{
    private const string Own = "wenzhou/2026-06-18.yaml";

    private readonly BookFolder folder = new BookFolder()
        .Copy("wenzhou/2024-01-01.yaml", Own)
        .Replace(Own, "in-force-from: 2024-01-01", "in-force-from: 2026-06-18")
        .Replace(Own, "title: 报办案库须取得执业证（年）\n        value: 2", "title: 报办案库须取得执业证（年）\n        value: 4");

    protected override string OfficeCode => "WZ";

    protected override string? RuleBooks => folder.FullName;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>A round with an end goes by the book of the day it opens, a channel by that of the day of the application; a choice keeps the one it was vetted by, whenever it is made.</summary>
public sealed class VettingBookTests(WenzhouNewBookApp app) : IClassFixture<WenzhouNewBookApp>
{
    [Theory]
    [Clause("WZ-6.6")]
    [InlineData(true, 17, HttpStatusCode.Found)]                        // the channel, the day before
    [InlineData(true, 18, HttpStatusCode.UnprocessableEntity)]          // the channel, on the day
    [InlineData(false, 18, HttpStatusCode.Found)]                       // a round that opened before
    public async Task The_years_asked_for_are_those_of_the_book_that_counts(bool channel, int submitted, HttpStatusCode answer)
    {
        var round = channel ? await app.ChannelAsync() : await app.RoundAsync(r => r.ClosesAtUtc = OfficeClock.ToUtc(new(2026, 6, 19, 17, 0, 0)));
        var firm = await app.InstitutionAsync($"温州新书{channel}{submitted}律师事务所", InstitutionKind.LawFirm);
        var application = await app.ApplicationAsync(round, firm, "书某", a => (a.FirstLicensedOn, a.SubmittedAtUtc) = (new(2023, 6, 1), OfficeClock.ToUtc(new(2026, 6, submitted, 12, 0, 0))));
        await app.VettedAsync(application);
        app.Clock.Set(2026, 6, 22);

        var chosen = await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/registry/rounds/{round.Id}/comparison", VettingDesk.Choice(true, "较优", application));
        app.Clock.Set(2026, 6, 17);

        Assert.Equal(answer, chosen.Status);
        Assert.Equal(answer == HttpStatusCode.UnprocessableEntity, (await (await app.AsAsync(Roles.Clerk)).OpenAsync($"/registry/applications/{application.Id}/vetting")).Text.Contains("须满4年", StringComparison.Ordinal));
        if (answer == HttpStatusCode.Found)
        {
            var version = await app.InDbAsync(db => db.Decisions.Where(d => d.SubjectId == application.Id).Select(d => d.RuleBookVersion).SingleAsync());
            Assert.Contains("-2024-01-01-", version, StringComparison.Ordinal);
        }
    }
}
