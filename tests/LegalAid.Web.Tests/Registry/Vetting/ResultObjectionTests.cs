using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Vetting;

/// <summary>A published list may hang out for objections; nobody comes in before its last day is over and all are answered.</summary>
public sealed class ResultObjectionTests(QijiangApp app) : IClassFixture<QijiangApp>
{
    [Fact]
    public async Task An_objection_found_right_takes_one_off_and_the_published_number_stays()
    {
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var round = await app.RoundAsync();
        var firm = await app.InstitutionAsync("重庆异议律师事务所", InstitutionKind.LawFirm);
        var (one, two) = (await app.ApplicationAsync(round, firm, "异某甲"), await app.ApplicationAsync(round, firm, "异某乙"));
        await app.VettedAsync(one, two);
        await clerk.SubmitAsync($"/registry/rounds/{round.Id}/comparison", VettingDesk.Choice(true, "较优", one, two));
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync($"/registry/rounds/{round.Id}/results/publish", ("Form.ObjectionsUntil", "2026-6-24"))).Status);
        (string, string)[] objection = [("Form.ApplicationId", two.Id.ToString()), ("Form.RaisedBy", "群众某"), ("Form.RaisedOn", "2026-6-17"), ("Form.Statement", "有过投诉")];
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/registry/rounds/{round.Id}/objections/new", objection)).Status);
        var id = await app.InDbAsync(db => db.ResultObjections.Select(o => o.Id).SingleAsync());

        var early = await director.SubmitAsync($"/registry/rounds/{round.Id}/results/admit");
        Assert.Contains("公示至2026年6月24日", early.Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 25);
        var unanswered = await director.SubmitAsync($"/registry/rounds/{round.Id}/results/admit", ("Form.Ids", one.Id.ToString()), ("Form.Ids", two.Id.ToString()));
        Assert.Contains("异某乙：有一条异议还没有答复", unanswered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("异某甲：", unanswered.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync($"/registry/objections/{id}", ("Form.Upheld", "true"), ("Form.Answer", "查证属实"))).Status);
        var admitted = await director.SubmitAsync($"/registry/rounds/{round.Id}/results/admit");
        app.Clock.Set(2026, 6, 17);

        Assert.Equal(HttpStatusCode.Found, admitted.Status);
        var stored = await app.InDbAsync(db => db.RecruitmentRounds.SingleAsync(r => r.Id == round.Id));
        Assert.Equal(2, stored.PublishedHeadcount);
        Assert.Equal([ApplicationStatus.Admitted, ApplicationStatus.Refused], await app.InDbAsync(db => db.PoolApplications.Where(a => a.RoundId == round.Id).OrderBy(a => a.Id).Select(a => a.Status).ToListAsync()));
    }

    [Fact]
    public async Task Before_the_closing_time_nobody_is_chosen()
    {
        var round = await app.RoundAsync(r => r.ClosesAtUtc = app.Clock.UtcNow.AddSeconds(1));
        var firm = await app.InstitutionAsync("重庆未到律师事务所", InstitutionKind.LawFirm);
        var application = await app.ApplicationAsync(round, firm, "早某甲");
        await app.VettedAsync(application);
        var clerk = await app.AsAsync(Roles.Clerk);
        (string, string)[] fields = [.. VettingDesk.Choice(true, "较优", application), await clerk.TokenAsync(), ("__key", Guid.CreateVersion7().ToString())];

        Assert.Contains("申报还没有截止", (await clerk.PostAsync($"/registry/rounds/{round.Id}/comparison", fields)).Text, StringComparison.Ordinal);
    }
}
