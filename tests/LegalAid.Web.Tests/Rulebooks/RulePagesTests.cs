using System.Net;
using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.Assignment;
using Xunit;

namespace LegalAid.Web.Tests.Rulebooks;

/// <summary>What a reader finds under 规则.</summary>
public sealed class RulePagesTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    [Clause("WZ-30.1")]
    public async Task An_officer_reads_the_own_book_first_and_a_draft_is_told_to_be_one()
    {
        var page = await (await app.AsAsync(Roles.Clerk)).OpenAsync("/rules");

        Assert.Contains("征求意见稿，尚未生效", page.Text, StringComparison.Ordinal);
        Assert.Contains("WZ-30.1", page.Text, StringComparison.Ordinal);
        Assert.Contains("只派办案库人员", page.Text, StringComparison.Ordinal);
        Assert.Contains("原文未写，按此理解：原文没有写多少分合格。", page.Text, StringComparison.Ordinal);
        Assert.Contains("WZ-N3", page.Text, StringComparison.Ordinal);      // the catalogue to its last clause
    }

    [Theory]
    [Clause("QDN-13.1")]
    [InlineData("BB", "重庆市北碚区法律援助案件指派工作制度（试行）", false)]
    [InlineData("QJ", "关于建立法律援助人员资源库的通知", false)]
    [InlineData("TL", "关于政协第288号提案的复函", false)]
    [InlineData("QDN", "黔东南州法律援助服务资源跨区域流动工作制度（征求意见稿）", true)]
    [InlineData("CN", "办理法律援助案件程序规定", false)]
    public async Task Every_offices_book_and_the_statute_can_be_read(string office, string title, bool draft)
    {
        var page = await (await app.AsAsync(Roles.Practitioner, app.OfficeId)).OpenAsync($"/rules?office={office}");

        Assert.Contains(title, page.Text, StringComparison.Ordinal);
        Assert.Equal(draft, page.Text.Contains("尚未生效", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Points_are_told_in_points_with_their_clause_and_whatever_was_assumed()
    {
        var page = await (await app.AsAsync(Roles.Practitioner, app.OfficeId)).OpenAsync("/rules");

        Assert.Equal("1.5 分", page["#section-points tr:has(th:contains('非工作时间接听热线')) td span"].TextContent);
        Assert.Equal("-4 分", page["#section-points tr:has(th:contains('评估不合格')) td span"].TextContent);
        Assert.Contains("WZ-N2.7", page["#section-deductions tr:has(th:contains('泄露秘密或者隐私'))"].InnerHtml, StringComparison.Ordinal);
        Assert.Contains("取一倍半", page["#section-ranking tr:has(th:contains('绿色在案件轮候中的份额'))"].TextContent, StringComparison.Ordinal);
        Assert.Contains("姓名、性别、年龄、执业时间、业务专长", page["#section-disclosure tr:has(th:contains('办案库名单的内容'))"].TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WZ", 11)]
    [InlineData("BB", 3)]
    [InlineData("QJ", 7)]
    [InlineData("TL", 8)]
    [InlineData("QDN", 6)]
    [InlineData("CN", 2)]
    public async Task Every_section_and_value_is_told_in_Chinese(string office, int sections)
    {
        var page = await (await app.AsAsync(Roles.Clerk)).OpenAsync($"/rules?office={office}");

        Assert.Equal(sections, page.Document.QuerySelectorAll("[id^=section-] h2").Length);
        Assert.All(page.Document.QuerySelectorAll("[id^=section-] h2, [id^=section-] td > span"), told => Assert.DoesNotMatch("[a-z]{3,}", told.TextContent));
    }

    [Fact]
    public async Task Two_offices_stand_side_by_side_with_what_differs_and_what_only_one_says()
    {
        var page = await (await app.AsAsync(Roles.Clerk)).OpenAsync("/rules?office=BB&with=WZ");

        var turns = page["#section-assignment tr:has(th:contains('轮候的对象'))"];
        Assert.Contains("两机构不同", turns.TextContent, StringComparison.Ordinal);
        Assert.Equal(["承办机构", "承办人"], turns.QuerySelectorAll("td > span:first-child").Select(cell => cell.TextContent));
        Assert.Contains("没有规定", page["#section-assignment tr:has(th:contains('考试合格分数'))"].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doubtful_places_of_the_text_are_told_with_the_reading_taken()
    {
        var page = await (await app.AsAsync(Roles.Clerk)).OpenAsync("/rules");

        var doubt = page["#doubts tr:has(td:contains('第十九条'))"].TextContent;

        Assert.Contains("WZ-28.2", doubt, StringComparison.Ordinal);
        Assert.Contains("引用落空", doubt, StringComparison.Ordinal);
        Assert.Contains("WZ-28.2：", page["#doubts tr:has(td:contains('第十九条')) td:last-child"].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_nobody_knows_has_no_book_and_that_is_said()
    {
        var page = await (await app.AsAsync(Roles.Clerk)).OpenAsync("/rules?office=ZZ");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("这一天没有规则本", page.Text, StringComparison.Ordinal);
    }
}
