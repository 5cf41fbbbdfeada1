using System.Globalization;
using System.Net;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Intake;

/// <summary>Letters and applications at the window: done, refused, malformed, forbidden, not found.</summary>
public sealed class IntakeTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Letters = "/intake/letters/new";
    private const string Applications = "/intake/applications/new";

    [Fact]
    public async Task A_letter_from_the_future_is_refused()
    {
        var answer = await SubmitAsync(Letters, TestData.Letter(Number(501), "2026-6-17 10:01"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("不能晚于登记时间", answer.Text, StringComparison.Ordinal);
        Assert.Contains("LAW-36", answer.Html, StringComparison.Ordinal);
        Assert.False(await app.InDbAsync(db => db.IncomingLetters.AnyAsync(l => l.LetterNumber == Number(501))));
    }

    [Fact]
    public async Task A_letter_of_this_minute_is_taken()
    {
        Assert.Equal(HttpStatusCode.Found, (await SubmitAsync(Letters, TestData.Letter(Number(502), "2026-6-17 10:00"))).Status);
    }

    [Fact]
    public async Task The_same_letter_again_is_refused_with_its_register_number()
    {
        await SubmitAsync(Letters, TestData.Letter(Number(503), "2026-6-17 9:00"));
        var again = await SubmitAsync(Letters, TestData.Letter(Number(503), "2026-6-17 9:30"));

        var register = await app.InDbAsync(db => db.IncomingLetters.Where(l => l.LetterNumber == Number(503)).Select(l => l.RegisterNumber).SingleAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains(register, again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_from_the_future_is_refused()
    {
        var answer = await SubmitAsync(Applications, TestData.Application("2026-6-17 10:01"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("LAW-43", answer.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Letters, "Form.LetterNumber", "", "公函文号")]
    [InlineData(Letters, "Form.Authority", "", "来函机关")]
    [InlineData(Letters, "Form.ReceivedAtUtc", "", "收文时间")]
    [InlineData(Letters, "Form.Ground", "", "通知事由")]
    [InlineData(Letters, "Form.RecipientName", "", "受援人姓名")]
    [InlineData(Letters, "Form.ReceivedAtUtc", "2026-2-30 9:00", "收文时间")]
    [InlineData(Letters, "Form.RecipientIdentity", "500109198503010011", "校验")]
    [InlineData(Letters, "Form.RecipientPhone", "123", "手机号应为11位")]
    [InlineData(Letters, "Form.Headcount", "0", "受援人数")]
    [InlineData(Letters, "Form.MoreRecipients", "王某丙", "受援人数少于列出的受援人")]
    [InlineData(Letters, "Form.Ground", "Nonsense", "通知事由")]
    [InlineData(Applications, "Form.ReceivedAtUtc", "2026-2-30 9:00", "收到申请的时间")]
    [InlineData(Applications, "Form.Kind", "", "案件类型")]
    [InlineData(Applications, "Form.ScopeGround", "", "援助范围")]
    [InlineData(Applications, "Form.HardshipBasis", "", "经济困难的依据")]
    [InlineData(Applications, "Form.Cause", "", "案由")]
    [InlineData(Applications, "Form.HelpedByInstitutionId", "01a1fc28-ebf4-7427-9b1c-82353d119e55", "请从名册中选择")]
    public async Task A_form_that_cannot_be_read_comes_back_and_names_the_field(string page, string field, string value, string named)
    {
        var fields = page == Letters ? TestData.Letter(Number(504), "2026-6-17 9:00") : TestData.Application("2026-6-17 9:00", "坏表甲");
        var clerk = await app.AsAsync(Roles.Clerk);
        var answer = await clerk.PostAsync(page,
            [await clerk.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), .. fields.Where(f => f.Field != field), (field, value)]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(named, answer["main [role=alert]"].TextContent, StringComparison.Ordinal);
        Assert.False(await app.InDbAsync(db => db.IncomingLetters.AnyAsync(l => l.LetterNumber == Number(504))));
        Assert.False(await app.InDbAsync(db => db.CaseParties.AnyAsync(p => p.Name == "坏表甲")));
    }

    [Theory]
    [InlineData(Letters)]
    [InlineData(Applications)]
    [InlineData("/cases/01a1fc28-ebf4-7427-9b1c-82353d119e55/decision")]
    public async Task The_bureau_reads_and_does_not_write(string page)
    {
        var bureau = await app.AsAsync(Roles.Bureau);

        var answer = await bureau.PostAsync(page, [await bureau.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), ("Form.Grants", "true")]);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Fact]
    public async Task A_decision_on_a_case_that_is_not_there_is_not_found()
    {
        var clerk = await app.AsAsync(Roles.Clerk);

        var answer = await clerk.PostAsync($"/cases/{Guid.CreateVersion7()}/decision", [await clerk.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), ("Form.Grants", "true")]);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    [Fact]
    public async Task A_decision_is_made_once_and_a_refusal_needs_its_reason()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var url = (await SubmitAsync(Applications, TestData.Application("2026-6-16 9:00"))).Location! + "/decision";
        var opened = await clerk.OpenAsync(url);
        var late = await clerk.OpenAsync(url);

        var silent = await clerk.SubmitAsync(url, ("Form.Grants", "false"));
        var empty = await clerk.SubmitAsync(url, ("Form.Reason", "未选择"));
        var first = await clerk.SendAsync(url, opened, [("Form.Grants", "true")]);
        var second = await clerk.SendAsync(url, late, [("Form.Grants", "false"), ("Form.Reason", "不在范围")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Status);
        Assert.Contains("LAW-49", silent.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Equal(HttpStatusCode.Found, first.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Equal(CaseStatus.AwaitingAssignment, (await CaseAsync(first.Location!)).Status);
    }

    [Fact]
    public async Task Two_clerks_registering_at_once_leave_no_gap_and_no_double()
    {
        var one = await app.AsAsync(Roles.Clerk);
        var other = await app.AsAsync(Roles.Clerk, app.OfficeId, name: "second-clerk");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            (i % 2 == 0 ? one : other).SubmitAsync(Letters, TestData.Letter(Number(520 + i), "2026-6-17 9:00", $"并发{i}"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Found, answer.Status));
        var registers = await app.InDbAsync(db => db.IncomingLetters.Select(l => l.RegisterNumber).ToListAsync());
        var cases = await app.InDbAsync(db => db.Cases.Select(c => c.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, registers.Count).Select(n => $"收〔2026〕{n:000}号"), registers.Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(1, cases.Count).Select(n => $"2026-{n:0000}"), cases.Order(StringComparer.Ordinal));
    }

    private static string Number(int number) => string.Create(CultureInfo.InvariantCulture, $"（2026）渝0109刑初{number}号");

    private async Task<WebPage> SubmitAsync(string page, params (string Field, string Value)[] fields) =>
        await (await app.AsAsync(Roles.Clerk)).SubmitAsync(page, fields);

    private Task<AidCase> CaseAsync(string url)
    {
        var id = Guid.Parse(url["/cases/".Length..]);
        return app.InDbAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == id));
    }
}
