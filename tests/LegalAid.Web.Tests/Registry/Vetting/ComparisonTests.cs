using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using LegalAid.Web.Tests.Rulebooks;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Vetting;

/// <summary>What stands beside the names of applicants comes from the same records by which they are sorted.</summary>
public sealed class ComparisonTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    [Clause("QJ-6.6", "QJ-2.6")]
    public async Task A_case_taken_back_neither_counts_nor_sorts_and_activities_are_shown()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("浙江较审律师事务所", InstitutionKind.LawFirm);
        var (worked, undone) = (await app.PersonAsync("较赵", firm), await app.PersonAsync("较钱", firm));
        var taken = await DepartureTests.AssignedAsync(app, "较甲", undone);
        await app.InDbAsync(db => db.Assignments.Where(a => a.CaseId == taken).ExecuteUpdateAsync(set => set.SetProperty(a => a.Status, AssignmentStatus.Withdrawn)));
        await app.InDbAsync(db =>
        {
            db.AddRange(New(worked, null), New(worked, null), New(worked, app.Clock.UtcNow));
            return db.SaveChangesAsync();
        });
        var round = await app.RoundAsync();
        foreach (var member in new[] { worked, undone })
        {
            var index = await app.InDbAsync(db => db.Persons.Where(p => p.Id == member.PersonId).Select(p => p.IdentityIndex).SingleAsync());
            await app.ApplicationAsync(round, firm, member == worked ? "较赵" : "较钱", a => a.IdentityIndex = index);
        }

        var clerk = await app.AsAsync(Roles.Clerk);
        var page = await clerk.OpenAsync($"/registry/rounds/{round.Id}/comparison?sort=cases");

        Assert.StartsWith("较赵", page["main tbody th"].TextContent.Trim(), StringComparison.Ordinal);     // both handled none: by who came first
        Assert.Contains("参加活动2次", page.Text, StringComparison.Ordinal);       // the one recorded by mistake left out
        Assert.Contains("没有活动记录", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await clerk.OpenAsync($"/registry/rounds/{round.Id}/comparison?sort=-engagement")).Status);
    }

    private ActivityParticipation New(Membership member, DateTime? voidedAtUtc) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = app.OfficeId,
        MembershipId = member.Id,
        Kind = ActivityKind.Publicity,
        HeldOn = new(2026, 5, 1),
        Remark = "广场宣传",
        RecordedById = Guid.CreateVersion7(),
        VoidedAtUtc = voidedAtUtc,
        VoidedReason = voidedAtUtc is null ? null : "录错",
    };
}

/// <summary>綦江, as if its book let one kind of person fill the places of the other.</summary>
public sealed class InterchangeableApp : TestApp
{
    private readonly BookFolder folder = new BookFolder().Replace("qijiang/2024-03-13.yaml", "title: 两类名额可以互补\n      value: false", "title: 两类名额可以互补\n      value: true");

    protected override string OfficeCode => "QJ";

    protected override string? RuleBooks => folder.FullName;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>The page of a round says of its places what the book says.</summary>
public sealed class InterchangeablePlacesTests(InterchangeableApp app) : IClassFixture<InterchangeableApp>
{
    [Fact]
    [Clause("QJ-1.1")]
    public async Task A_book_that_lets_places_be_exchanged_is_not_said_to_forbid_it()
    {
        var round = await app.RoundAsync();

        var page = await (await app.AsAsync(Roles.Clerk)).OpenAsync($"/registry/rounds/{round.Id}");

        Assert.Contains("两类名额可以互补", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("不自动互补", page.Text, StringComparison.Ordinal);
    }
}
