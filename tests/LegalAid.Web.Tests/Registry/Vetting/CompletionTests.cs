using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Vetting;

/// <summary>What the centre sent back has a deadline, is never published without, and is refused when it did not come again.</summary>
public sealed class CompletionTests(QijiangApp app) : IClassFixture<QijiangApp>
{
    [Fact]
    [Clause("QJ-5.1c")]
    public async Task What_was_sent_back_waits_for_its_deadline_and_may_then_be_refused()
    {
        var (round, application) = await AppliedAsync("补甲");
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var comparison = $"/registry/rounds/{round.Id}/comparison";
        Assert.Contains("5个工作日", (await clerk.OpenAsync($"/registry/applications/{application.Id}/return")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/registry/applications/{application.Id}/return", ("Form.Reason", "执业证看不清"))).Status);
        var due = OfficeClock.ToLocal((await StoredAsync(application)).CompleteByUtc!.Value);
        Assert.Equal(new DateTime(2026, 6, 26), due);      // five working days from 17 June over 端午; ends at 0:00 of
        Assert.Contains("请在", (await (await SignedInAsync(application)).OpenAsync($"/joining/applications/{application.Id}")).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.SubmitAsync($"/registry/rounds/{round.Id}/results/publish")).Status);
        app.Clock.Set(due.AddSeconds(-1));
        var early = await clerk.SubmitAsync(comparison, VettingDesk.Choice(false, "逾期没有补正", application));
        app.Clock.Set(due);
        var chosen = await clerk.SubmitAsync(comparison, VettingDesk.Choice(true, "较优", application));
        var refused = await clerk.SubmitAsync(comparison, VettingDesk.Choice(false, "逾期没有补正", application));
        app.Clock.Set(2026, 6, 17);

        Assert.Contains("补正以前不能拟入库，期限以后可以不予入库", early.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Found), (early.Status, chosen.Status, refused.Status));
        var stored = await StoredAsync(application);
        Assert.Equal((ApplicationStatus.Refused, null), (stored.Status, stored.CompleteByUtc));
    }

    [Fact]
    [Clause("QJ-1.2")]
    public async Task No_list_is_published_while_one_is_with_the_institution_to_be_completed()
    {
        var (round, chosen) = await AppliedAsync("补乙");
        var firm = await app.InDbAsync(db => db.Institutions.SingleAsync(i => i.Id == chosen.InstitutionId));
        var completing = await app.ApplicationAsync(
            round, firm, "补丙", a => (a.Status, a.HandedOverAtUtc, a.CompleteByUtc, a.EndorsedAtUtc, a.InstitutionOpinion) = (ApplicationStatus.WithInstitution, app.Clock.UtcNow, app.Clock.UtcNow.AddDays(5), null, null));
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        await clerk.SubmitAsync($"/registry/rounds/{round.Id}/comparison", VettingDesk.Choice(true, "较优", chosen));

        var published = await director.SubmitAsync($"/registry/rounds/{round.Id}/results/publish");

        Assert.Contains("还有 1 份申请没有决定", published.Text, StringComparison.Ordinal);
        Assert.Contains("补丙", (await clerk.OpenAsync($"/registry/rounds/{round.Id}/comparison")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await clerk.OpenAsync($"/registry/applications/{completing.Id}/vetting")).Status);
        app.Clock.Set(2026, 6, 22);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/registry/rounds/{round.Id}/comparison", VettingDesk.Choice(false, "逾期没有补正", completing))).Status);
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync($"/registry/rounds/{round.Id}/results/publish")).Status);
        app.Clock.Set(2026, 6, 17);
    }

    [Theory]
    [Clause("QJ-5.2", "QJ-F.6")]
    [InlineData(true, "有所在机构的盖章页")]
    [InlineData(false, "缺所在机构的盖章页")]
    public async Task The_seal_is_looked_at_when_vetting(bool sealedPage, string found)
    {
        var (_, application) = await AppliedAsync($"章某{sealedPage}");
        if (!sealedPage)
        {
            await app.InDbAsync(db => db.ApplicationPapers.Where(p => p.ApplicationId == application.Id && p.Kind == ApplicationPaperKind.Endorsement).ExecuteUpdateAsync(set => set.SetProperty(p => p.ReplacedAtUtc, app.Clock.UtcNow)));
        }

        Assert.Contains(found, (await (await app.AsAsync(Roles.Clerk)).OpenAsync($"/registry/applications/{application.Id}/vetting")).Text, StringComparison.Ordinal);
    }

    private async Task<(RecruitmentRound Round, PoolApplication Application)> AppliedAsync(string name)
    {
        var round = await app.RoundAsync();
        var application = await app.ApplicationAsync(round, await app.InstitutionAsync($"重庆{name}律师事务所", InstitutionKind.LawFirm), name);
        await app.VettedAsync(application);
        return (round, application);
    }

    private Task<PoolApplication> StoredAsync(PoolApplication application) => app.InDbAsync(db => db.PoolApplications.AsNoTracking().SingleAsync(a => a.Id == application.Id));

    private async Task<Visitor> SignedInAsync(PoolApplication application)
    {
        var visitor = app.Anybody();
        var userName = await app.InDbAsync(db => db.Users.AsNoTracking().Where(u => u.Id == application.ApplicantId).Select(u => u.UserName!).SingleAsync());
        await visitor.SubmitAsync("/signin", ("Form.UserName", userName), ("Form.Password", TestApp.Password));
        return visitor;
    }
}
