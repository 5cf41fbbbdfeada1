using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Vetting;

/// <summary>Who stands aside from an application decides nothing on it, by the pages and by the database.</summary>
public sealed class ApplicationRecusalTests(QijiangApp app) : IClassFixture<QijiangApp>
{
    [Fact]
    public async Task Who_stands_aside_confirms_assesses_chooses_and_takes_in_nobody_of_it_and_a_colleague_does()
    {
        var round = await app.RoundAsync();
        var application = await app.ApplicationAsync(round, await app.InstitutionAsync("重庆回避律师事务所", InstitutionKind.LawFirm), "避某甲");
        await app.VettedAsync(application);
        var (clerk, director, colleague) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director), await app.AsAsync(Roles.Clerk, app.OfficeId, name: "qj-colleague"));
        var page = $"/registry/applications/{application.Id}/vetting";

        foreach (var officer in new[] { clerk, director })
        {
            Assert.Equal(HttpStatusCode.Found, (await officer.SubmitAsync($"{page}/recusal", ("Form.Reason", "申请人是我的表弟"))).Status);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync($"{page}/recusal", ("Form.Reason", "申请人是我的表弟"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(page, ("Form.Criterion", "Character"), ("Form.Met", "true"), ("Form.Reason", "看过承诺书"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync($"{page}/assessment", ("Form.HeldOn", "2026-6-17"), ("Form.AssessedBy", "考核组"), ("Form.Passed", "true"))).Status);
        var chosen = await clerk.SubmitAsync($"/registry/rounds/{round.Id}/comparison", VettingDesk.Choice(true, "较优", application));
        Assert.Contains("您已对避某甲的申请回避", chosen.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await colleague.SubmitAsync($"/registry/rounds/{round.Id}/comparison", VettingDesk.Choice(true, "较优", application))).Status);
        await director.SubmitAsync($"/registry/rounds/{round.Id}/results/publish");
        Assert.Contains("您已对避某甲的申请回避", (await director.SubmitAsync($"/registry/rounds/{round.Id}/results/admit")).Text, StringComparison.Ordinal);

        var kept = await app.InDbAsync(db => db.ApplicationRecusals.AsNoTracking().FirstAsync(r => r.ApplicationId == application.Id));
        Assert.Equal("申请人是我的表弟", app.Cipher.Open(kept.Reason));
    }

    [Fact]
    public async Task The_database_refuses_what_the_program_would_forget_to_ask()
    {
        var application = await app.ApplicationAsync(await app.RoundAsync(), await app.InstitutionAsync("重庆再避律师事务所", InstitutionKind.LawFirm), "避某乙");
        var officer = await app.OfficerAsync("qj-recused", Roles.Clerk, app.OfficeId);
        await app.InDbAsync(db =>
        {
            db.Add(new ApplicationRecusal { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, ApplicationId = application.Id, OfficerId = officer.Id, Reason = app.Cipher.Seal("同学"), AtUtc = app.Clock.UtcNow });
            return db.SaveChangesAsync();
        });

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => app.InDbAsync(db =>
        {
            db.Add(new VettingConfirmation { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, ApplicationId = application.Id, Criterion = VettingCriterion.Character, Met = true, Reason = app.Cipher.Seal("看过"), OfficerId = officer.Id, AtUtc = app.Clock.UtcNow });
            return db.SaveChangesAsync();
        }));

        Assert.Equal("23514", Assert.IsType<PostgresException>(refused.InnerException).SqlState);
    }
}
