using System.Net;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Joining;

/// <summary>綦江 where one address may open two accounts in an hour.</summary>
public sealed class StrictQijiangApp : TestApp
{
    protected override string OfficeCode => "QJ";

    protected override int ApplicantsPerHour => 2;
}

/// <summary>The public way in: no account without a call for people, none that meets an officer's, and not too many at once.</summary>
public sealed class JoinPageTests(StrictQijiangApp app) : IClassFixture<StrictQijiangApp>
{
    [Fact]
    public async Task Accounts_are_opened_while_people_are_called_for_and_two_an_hour_from_one_address()
    {
        app.Clock.Set(2026, 6, 17);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Anybody().OpenAsync("/join/XX")).Status);
        Assert.Contains("现在没有招募", (await app.Anybody().OpenAsync("/join/QJ")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OpenAsync("zhangsan")).Status);      // nobody is called for
        await app.RoundAsync("招募公开", "2026-6-20 17:00");
        Assert.Contains("所在机构出具推荐意见后统一提交", (await app.Anybody().OpenAsync("/join/QJ")).Text, StringComparison.Ordinal);

        var opened = await OpenAsync("zhangsan");
        var tooMany = await OpenAsync("lisi");

        Assert.Equal("/signin?returnUrl=%2Fjoining", opened.Location);
        Assert.Equal(HttpStatusCode.TooManyRequests, tooMany.Status);
        Assert.Contains("请求过于频繁", tooMany.Text, StringComparison.Ordinal);
        var account = await app.InDbAsync(db => db.Users.SingleAsync(u => u.UserName == "zhangsan@qj"));
        Assert.Equal((Roles.Applicant, app.OfficeId, null), (account.Role, account.OfficeId, account.InstitutionId));
        Assert.Equal(1, await app.InDbAsync(db => db.Journal.CountAsync(line => line.SubjectId == account.Id && line.Act == Act.ApplicantAccountOpened)));
    }

    private Task<WebPage> OpenAsync(string userName) => app.Anybody().SubmitAsync(
        "/join/QJ/account", ("Form.Name", "张某"), ("Form.UserName", userName), ("Form.Password", TestApp.Password), ("Form.Again", TestApp.Password), ("Form.Consents", "true"));
}

/// <summary>What an applicant may call the account.</summary>
public sealed class ApplicantNameTests(QijiangApp app) : IClassFixture<QijiangApp>
{
    [Theory]
    [InlineData("13900000001")]         // a number of somebody's
    [InlineData("abc")]
    [InlineData("zhang@qj")]
    public async Task A_user_name_is_no_number_and_no_address(string userName) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Anybody().SubmitAsync(
            "/join/QJ/account", ("Form.Name", "张某"), ("Form.UserName", userName), ("Form.Password", TestApp.Password), ("Form.Again", TestApp.Password), ("Form.Consents", "true"))).Status);
}
