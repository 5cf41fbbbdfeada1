using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Home;

/// <summary>待办: what is offered can be done; what hangs elsewhere is seen by the centre, what is overdue or collective by the bureau.</summary>
public sealed class HomeTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [Clause("BB-5.2")]
    [InlineData("49", null, true)]
    [InlineData("50", null, false)]
    [InlineData("1", "Difficult", true)]                // an experienced lawyer, but the director decides
    [InlineData("1", "AffectsStability", false)]
    [InlineData("1", "OtherGrave", false)]
    public async Task A_case_the_centre_may_not_decide_is_said_to_go_before_the_bureau(string headcount, string? flag, bool offered)
    {
        var number = $"84{headcount}{flag}";
        var caseId = await RegisteredAsync(number, $"众{number[2..]}", headcount, flag);

        foreach (var role in new[] { Roles.Clerk, Roles.Director })
        {
            await AssertOfferedAsync(role, caseId, offered);
        }

        var bureau = (await (await app.AsAsync(Roles.Bureau)).OpenAsync("/"))["#collective"].InnerHtml;
        Assert.Equal(!offered, bureau.Contains($"/cases/{caseId}", StringComparison.Ordinal));
    }

    [Fact]
    [Clause("BB-5.2")]
    public async Task The_people_of_all_cases_of_a_letter_are_added_up()
    {
        var caseId = await RegisteredAsync("8455", "合某甲", "49", flag: null);
        await AssertOfferedAsync(Roles.Clerk, caseId, offered: true);
        var letter = await app.InDbAsync(db => db.Cases.Where(c => c.Id == caseId).Select(c => c.LetterId).SingleAsync());

        var added = await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/intake/letters/{letter}/accused", ("Form.Name", "合某乙"));

        Assert.NotNull(added.Location);
        await AssertOfferedAsync(Roles.Clerk, caseId, offered: false);
    }

    [Fact]
    [Clause("BB-6.1", "LAW-36")]
    public async Task The_clerk_sees_what_hangs_at_director_firm_and_authority_since_when_and_whether_it_is_overdue()
    {
        await app.LawFirmAsync("重庆等候律师事务所", "候某甲");
        app.Clock.Set(2026, 6, 17, 10);
        var (atDirector, atFirm, atAuthority) = (await RegisteredAsync("8461", "等某甲"), await RegisteredAsync("8462", "等某乙"), await RegisteredAsync("8463", "等某丙"));
        await app.ProposedAsync(atDirector);
        app.Clock.Set(2026, 6, 17, 11);
        await app.DecideAsync(await app.ProposedAsync(atFirm));
        var why = await app.ProposedAsync(atAuthority);
        await app.DecideAsync(why);
        await app.NameAsync(why);
        app.Clock.Set(2026, 6, 17, 12);
        await app.ReplyAsync(why);
        var clerk = await app.AsAsync(Roles.Clerk);

        var home = await clerk.OpenAsync("/");
        Assert.Contains("等某甲 盗窃 待中心负责人决定，自 6月17日（周三）10:00 剩 1 天", Line(home, atDirector), StringComparison.Ordinal);
        Assert.Contains("安排承办人，自 6月17日（周三）11:00", Line(home, atFirm), StringComparison.Ordinal);
        Assert.Contains("待重庆市北碚区人民法院签收复函，自 6月17日（周三）12:00 登记回执", Line(home, atAuthority), StringComparison.Ordinal);
        Assert.Contains("等待他人办理 3 件", home["main .page-facts"].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("逾期", home["main .page-facts"].TextContent, StringComparison.Ordinal);
        Assert.Null(home.Document.QuerySelector($"main .calls a[href='/cases/{atAuthority}']"));

        app.Clock.Set(2026, 6, 19, 0);      // the office's own clock of the first ended on 18 June 24:00
        Assert.Contains("已逾期", Line(await clerk.OpenAsync("/"), atDirector), StringComparison.Ordinal);
        Assert.Null((await (await app.AsAsync(Roles.Director)).OpenAsync("/")).Document.QuerySelector($"#elsewhere a[href='/cases/{atDirector}']"));      // hers to decide
        await app.ReceiptAsync(why, "2026-6-18 9:00");
        Assert.Null((await clerk.OpenAsync("/")).Document.QuerySelector($"#elsewhere a[href='/cases/{atAuthority}']"));
    }

    [Fact]
    [Clause("BB-6.1")]
    public async Task The_bureaus_home_tells_what_is_overdue_from_the_last_days_midnight_on_and_where_it_hangs()
    {
        app.Clock.Set(2026, 7, 1, 10);
        var caseId = await RegisteredAsync("8471", "迟某甲", receivedAt: "2026-7-1 9:00");       // Wednesday: the own clock ends on Thursday 24:00
        var bureau = await app.AsAsync(Roles.Bureau);

        app.Clock.Set(2026, 7, 2, 23, 59);
        Assert.Null((await bureau.OpenAsync("/")).Document.QuerySelector($"#overdue a[href='/cases/{caseId}']"));
        app.Clock.Set(2026, 7, 3, 0);
        var line = (await bureau.OpenAsync("/"))[$"#overdue a[href='/cases/{caseId}']"].Closest("li")!;

        Assert.Contains("迟某甲 盗窃", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("待中心经办提出指派意见", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("已逾期", line.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_and_work_lists_show_whose_case_it_is()
    {
        app.Clock.Set(2026, 6, 17, 10);
        var caseId = await RegisteredAsync("8481", "名某甲", "3");
        var clerk = await app.AsAsync(Roles.Clerk);
        var taken = await clerk.SubmitAsync("/intake/applications/new", TestData.Application("2026-6-16 9:00", "名某乙"));

        Assert.Contains("名某甲等3人 盗窃", (await clerk.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("名某甲等3人 盗窃", (await clerk.OpenAsync("/intake/letters")).Text, StringComparison.Ordinal);
        Assert.Contains("名某甲等3人 盗窃", (await clerk.OpenAsync("/assignment")).Text, StringComparison.Ordinal);
        Assert.Contains("名某乙 追索劳动报酬", (await clerk.OpenAsync("/intake/applications")).Text, StringComparison.Ordinal);
        Assert.NotEqual($"/cases/{caseId}", taken.Location);
    }

    private async Task<Guid> RegisteredAsync(string number, string recipient, string headcount = "1", string? flag = null, string receivedAt = "2026-6-17 9:00")
    {
        var fields = TestData.Letter($"（2026）渝0109刑初{number}号", receivedAt, recipient).Where(field => field.Field != "Form.Headcount");
        var flags = flag is null ? Array.Empty<(string, string)>() : [("Form.Flags", flag)];
        return NoticePath.IdOf((await (await app.AsAsync(Roles.Clerk)).SubmitAsync("/intake/letters/new", [.. fields, ("Form.Headcount", headcount), .. flags])).Location!);
    }

    private async Task AssertOfferedAsync(string role, Guid caseId, bool offered)
    {
        var call = (await (await app.AsAsync(role)).OpenAsync("/"))[$"main .calls a[href='/cases/{caseId}']"].Closest("li")!;
        Assert.NotNull(call.QuerySelector($"a[href='/assignment/cases/{caseId}/propose']"));
        Assert.Equal(!offered, call.TextContent.Contains("须集体讨论报局", StringComparison.Ordinal));
        Assert.Equal(!offered, call.InnerHtml.Contains("/rules/clauses/BB-5.2", StringComparison.Ordinal));
    }

    private static string Line(WebPage home, Guid caseId) =>
        string.Join(' ', home[$"#elsewhere a[href='/cases/{caseId}']"].Closest("li")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
