using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Registry.Vetting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Joining;

/// <summary>A published list is read by anybody, and anybody may object while it hangs out.</summary>
public sealed class PublishedListTests(Registry.Vetting.QijiangApp app) : IClassFixture<Registry.Vetting.QijiangApp>
{
    [Fact]
    [Clause("QJ-1.2")]
    public async Task Anybody_reads_the_list_and_objects_to_one_on_it_and_the_head_answers()
    {
        var (round, one, two) = await PublishedAsync("公", "2026-6-24");
        var (anybody, clerk, director) = (app.Anybody(), await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var address = $"/join/QJ/lists/{round.Id}";

        Assert.Contains($"/join/QJ/lists/{round.Id}", (await anybody.OpenAsync("/join/QJ")).Html, StringComparison.Ordinal);
        var list = await anybody.OpenAsync(address);
        Assert.All(new[] { "公某甲", "社会律师", "重庆名单公律师事务所", "公示至", "2 人" }, text => Assert.Contains(text, list.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(one.LicenceNumber!, list.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.OpenAsync($"/join/WZ/lists/{round.Id}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await anybody.SubmitAsync(address, ("Form.ApplicationId", two.Id.ToString()), ("Form.Statement", "去年有投诉"))).Status);       // who says so is to be reached
        var sent = await anybody.SubmitAsync(address, ("Form.ApplicationId", two.Id.ToString()), ("Form.Statement", "去年有投诉"), ("Form.RaisedBy", "群众某"), ("Form.Contact", "13900000055"));
        Assert.Equal(HttpStatusCode.Found, sent.Status);

        var objection = await app.InDbAsync(db => db.ResultObjections.AsNoTracking().SingleAsync(o => o.RoundId == round.Id));
        Assert.Equal((null, app.Clock.Today, "13900000055"), (objection.RecordedById, objection.RaisedOn, app.Cipher.Open(objection.RaisersContact!)));
        Assert.Contains("去年有投诉", (await clerk.OpenAsync($"/registry/rounds/{round.Id}/results")).Text, StringComparison.Ordinal);
        Assert.Contains("13900000055", (await director.OpenAsync($"/registry/objections/{objection.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("1 条没有答复", (await director.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync($"/registry/objections/{objection.Id}", ("Form.Upheld", "true"), ("Form.Answer", "查证属实"))).Status);
        Assert.DoesNotContain("公某乙", (await anybody.OpenAsync(address)).Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.InDbAsync(db => db.Journal.CountAsync(line => line.Act == Act.ObjectionReceived && line.SubjectId == two.Id)));
    }

    [Theory]
    [InlineData(24, HttpStatusCode.Found)]
    [InlineData(25, HttpStatusCode.UnprocessableEntity)]
    public async Task Objections_are_taken_through_the_last_day(int day, HttpStatusCode answer)
    {
        var (round, one, _) = await PublishedAsync($"末{day}", "2026-6-24");
        var (anybody, address) = (app.Anybody(), $"/join/QJ/lists/{round.Id}");
        var page = await anybody.OpenAsync(address);

        app.Clock.Set(2026, 6, day);
        var sent = await anybody.SendAsync(address, page, [("Form.ApplicationId", one.Id.ToString()), ("Form.Statement", "去年有投诉"), ("Form.RaisedBy", "群众某"), ("Form.Contact", "13900000055")]);
        app.Clock.Set(2026, 6, 17);

        Assert.Equal(answer, sent.Status);
    }

    [Theory]
    [InlineData(17, HttpStatusCode.OK)]
    [InlineData(18, HttpStatusCode.NotFound)]
    public async Task A_list_without_objections_is_taken_down_after_thirty_days(int day, HttpStatusCode answer)
    {
        var (round, _, _) = await PublishedAsync($"撤{day}", until: null);

        app.Clock.Set(day == 17 ? new DateTime(2026, 7, 16, 23, 0, 0) : new DateTime(2026, 7, 18));
        var page = await app.Anybody().OpenAsync($"/join/QJ/lists/{round.Id}");
        app.Clock.Set(2026, 6, 17);

        Assert.Equal(answer, page.Status);
    }

    private async Task<(RecruitmentRound Round, PoolApplication One, PoolApplication Two)> PublishedAsync(string word, string? until)
    {
        var round = await app.RoundAsync();
        var firm = await app.InstitutionAsync($"重庆名单{word}律师事务所", InstitutionKind.LawFirm);
        var (one, two) = (await app.ApplicationAsync(round, firm, $"{word}某甲"), await app.ApplicationAsync(round, firm, $"{word}某乙"));
        await app.VettedAsync(one, two);
        await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/registry/rounds/{round.Id}/comparison", VettingDesk.Choice(true, "较优", one, two));
        var published = await (await app.AsAsync(Roles.Director)).SubmitAsync($"/registry/rounds/{round.Id}/results/publish", ("Form.ObjectionsUntil", until ?? ""));
        Assert.True(published.Status == HttpStatusCode.Found, published.Text);
        return (round, one, two);
    }
}
