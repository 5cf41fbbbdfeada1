using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry;

/// <summary>A call for people at 綦江: drafted by the clerk, published by the director, told to everybody, extended only before it ends.</summary>
public sealed class RecruitmentRoundTests(QijiangApp app) : IClassFixture<QijiangApp>
{
    [Fact]
    [Clause("QJ-0.1", "QJ-0.2", "QJ-1.1", "QJ-5.1a", "QJ-6.1", "QJ-6.5")]
    public async Task A_round_is_prefilled_from_the_book_published_by_the_director_and_told_to_every_institution_and_person()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("重庆招募某律师事务所", InstitutionKind.LawFirm);
        var office = await app.InstitutionAsync("招募某法律服务所", InstitutionKind.LegalServiceOffice);
        var member = await app.MemberAsync("招某甲", firm);
        var home = await app.InstitutionAsync("綦江招募（志愿者）", InstitutionKind.Volunteers);
        var volunteer = await app.MemberAsync("招某志", home, m => (m.Kind, m.LicenceNumber) = (PractitionerKind.Volunteer, ""));
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        await app.InDbAsync(db => db.Offices.Where(o => o.Id == app.OfficeId).ExecuteUpdateAsync(set => set.SetProperty(o => o.Address, "某街道1号").SetProperty(o => o.Phone, "0000-00000000")));
        var form = await clerk.OpenAsync("/registry/rounds/new");
        Assert.Equal(("40", "20"), (form["[name='Form.PlannedLawyers']"].GetAttribute("value"), form["[name='Form.PlannedLegalWorkers']"].GetAttribute("value")));

        var id = await app.RoundAsync("招募通知甲", "2026-6-20 17:00");

        var page = await clerk.OpenAsync($"/registry/rounds/{id}");
        Assert.Contains("已读 0 家", page.Text, StringComparison.Ordinal);
        Assert.Contains("剩余", page.Html, StringComparison.Ordinal);
        Assert.Contains("40 人", page.Text, StringComparison.Ordinal);
        Assert.Contains("某街道1号", (await clerk.OpenAsync($"/registry/rounds/{id}/notice")).Text, StringComparison.Ordinal);
        var told = await app.InDbAsync(db => db.Notices.AsNoTracking().Where(n => n.RoundId == id).ToListAsync());
        Assert.Contains(told, n => n.InstitutionId == firm.Id);
        Assert.Contains(told, n => n.InstitutionId == office.Id);       // both kinds of institution (QJ-0.1)
        Assert.Contains(told, n => n.MembershipId == member.Id);
        Assert.Contains(told, n => n.MembershipId == volunteer.Id);
        Assert.DoesNotContain(told, n => n.InstitutionId == home.Id);       // no institution: nobody could ever read it there

        var administrator = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id);
        var notice = told.Single(n => n.InstitutionId == firm.Id);
        Assert.Equal($"/joining/rounds/{id}", (await administrator.SubmitAsync($"/inbox/{notice.Id}")).Location);
        Assert.Contains("招募通知甲", (await administrator.OpenAsync($"/joining/rounds/{id}")).Text, StringComparison.Ordinal);

        Assert.Contains("已读 1 家", (await director.OpenAsync($"/registry/rounds/{id}")).Text, StringComparison.Ordinal);
        var unread = await clerk.OpenAsync($"/registry/rounds/{id}/readers?unread=true");
        Assert.DoesNotContain("重庆招募某律师事务所", unread["tbody"].TextContent.Split("招某甲")[0], StringComparison.Ordinal);
        Assert.Contains("招某甲", unread.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_director_publishes_and_what_was_published_is_not_edited()
    {
        app.Clock.Set(2026, 6, 17);
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var drafted = await clerk.SubmitAsync("/registry/rounds/new", ("Form.Title", "招募通知乙"), ("Form.OpensAtUtc", "2026-6-16 0:00"), ("Form.ClosesAtUtc", "2026-6-20 17:00"));
        var changed = await clerk.SubmitAsync($"{drafted.Location}/edit", ("Form.Title", "招募通知乙改"));
        Assert.Equal(drafted.Location, changed.Location);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.OpenAsync($"{drafted.Location}/publish")).Status);

        var page = await director.OpenAsync($"{drafted.Location}/publish");
        var first = await director.SendAsync($"{drafted.Location}/publish", page, []);
        var second = await director.SubmitAsync($"{drafted.Location}/publish");

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.UnprocessableEntity), (first.Status, second.Status));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync($"{drafted.Location}/edit")).Status);
        Assert.Contains("招募通知乙改", (await app.Anybody().OpenAsync("/join/qj")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [Clause("QJ-6.3")]
    [InlineData(-1, HttpStatusCode.Found)]
    [InlineData(0, HttpStatusCode.UnprocessableEntity)]
    public async Task The_end_is_moved_with_a_reason_before_it_has_come(int seconds, HttpStatusCode answer)
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync($"重庆延长{seconds}律师事务所", InstitutionKind.LawFirm);
        var id = await app.RoundAsync($"招募延长{seconds}", "2026-6-20 17:00");
        var applicant = await app.ApplicantAsync("延某", "QJ");
        await applicant.SubmitAsync($"/joining/rounds/{id}");
        var director = await app.AsAsync(Roles.Director);
        Assert.Equal(HttpStatusCode.BadRequest, (await director.SubmitAsync($"/registry/rounds/{id}/extend", ("Form.ClosesAtUtc", "2026-6-22 17:00"))).Status);
        app.Clock.Set(new DateTime(2026, 6, 20, 17, 0, 0).AddSeconds(seconds));

        var extended = await director.SubmitAsync($"/registry/rounds/{id}/extend", ("Form.ClosesAtUtc", "2026-6-22 17:00"), ("Form.Reason", "系统故障两小时"));

        Assert.Equal(answer, extended.Status);
        var kept = await app.InDbAsync(db => db.RoundExtensions.AsNoTracking().Where(e => e.RoundId == id).ToListAsync());
        Assert.Equal(answer == HttpStatusCode.Found ? 1 : 0, kept.Count);
        Assert.Equal(answer == HttpStatusCode.Found, (await director.OpenAsync($"/registry/rounds/{id}")).Text.Contains("系统故障两小时", StringComparison.Ordinal));
        Assert.Equal(kept.Count, await app.InDbAsync(db => db.Journal.CountAsync(line => line.SubjectId == id && line.Act == Act.RoundExtended)));
        var told = await app.InDbAsync(db => db.Notices.AsNoTracking().Where(n => n.RoundId == id).ToListAsync());
        Assert.Equal(answer == HttpStatusCode.Found, told.Exists(n => n.Kind == NoticeKind.RoundExtended && n.InstitutionId == firm.Id));
        Assert.Equal(answer == HttpStatusCode.Found, told.Exists(n => n.Kind == NoticeKind.RoundExtended && n.OfficerId != null));      // who applied from outside
        Assert.Equal(answer == HttpStatusCode.Found, (await app.Anybody().OpenAsync("/join/QJ")).Text.Contains("系统故障两小时", StringComparison.Ordinal));
        Assert.Equal(answer == HttpStatusCode.Found, (await applicant.OpenAsync($"/joining/rounds/{id}")).Text.Contains("系统故障两小时", StringComparison.Ordinal));
    }

    [Theory]
    [Clause("QJ-6.1")]
    [InlineData(-1, HttpStatusCode.UnprocessableEntity)]
    [InlineData(0, HttpStatusCode.Found)]
    public async Task Nobody_applies_before_the_first_moment(int seconds, HttpStatusCode answer)
    {
        app.Clock.Set(2026, 6, 17);
        var id = await app.RoundAsync($"招募首日{seconds}", "2026-6-20 17:00", ("Form.OpensAtUtc", "2026-6-18 0:00"));
        var applicant = await app.ApplicantAsync("早某", "QJ");
        app.Clock.Set(new DateTime(2026, 6, 18).AddSeconds(seconds));

        var token = await applicant.TokenAsync();
        var started = await applicant.PostAsync($"/joining/rounds/{id}", [token, ("__key", Guid.CreateVersion7().ToString())]);

        Assert.Equal(answer, started.Status);
    }

    [Fact]
    public async Task A_round_is_withdrawn_with_the_reason_and_its_public_page_says_so()
    {
        app.Clock.Set(2026, 6, 17);
        var id = await app.RoundAsync("招募撤销", "2026-6-20 17:00");
        var director = await app.AsAsync(Roles.Director);

        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync($"/registry/rounds/{id}/withdraw", ("Form.Reason", "另行合并招募"))).Status);

        Assert.Contains("另行合并招募", (await app.Anybody().OpenAsync("/join/QJ")).Text, StringComparison.Ordinal);
        Assert.True(await app.InDbAsync(db => db.Notices.AnyAsync(n => n.RoundId == id && n.Kind == NoticeKind.RoundWithdrawn && n.InstitutionId != null)));
        Assert.Equal(RoundStatus.Withdrawn, await app.InDbAsync(db => db.RecruitmentRounds.Where(r => r.Id == id).Select(r => r.Status).SingleAsync()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.SubmitAsync($"/registry/rounds/{id}/withdraw", ("Form.Reason", "另行合并招募"))).Status);
    }

    [Fact]
    public async Task A_round_without_an_end_is_refused_where_the_book_has_a_window()
    {
        app.Clock.Set(2026, 6, 17);

        var refused = await (await app.AsAsync(Roles.Clerk)).SubmitAsync("/registry/rounds/new", ("Form.Title", "常年"), ("Form.OpensAtUtc", "2026-6-16 0:00"), ("Form.ClosesAtUtc", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("须写明截止时间", refused.Text, StringComparison.Ordinal);
    }
}
