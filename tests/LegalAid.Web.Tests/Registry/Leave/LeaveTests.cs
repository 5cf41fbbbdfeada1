using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Registry.Leave.LeaveDesk;

namespace LegalAid.Web.Tests.Registry.Leave;

/// <summary>A member asks for leave, the centre answers, assignment obeys.</summary>
public sealed class LeaveTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    [Clause("REG-25")]
    public async Task Leave_agreed_to_keeps_new_cases_away_on_its_days_and_no_longer()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("浙江假一律师事务所", InstitutionKind.LawFirm);
        var away = await app.PersonAsync("假赵", firm);
        await app.PersonAsync("假钱", firm);
        var proposal = PersonTurns.ProposalOf(await app.GrantedAsync("假甲", ("Form.WishedMembershipId", away.Id.ToString())));
        var clerk = await app.AsAsync(Roles.Clerk);
        var request = await app.AskedAsync(away, "2026-6-18", "2026-6-19");
        app.Clock.Set(2026, 6, 18);
        Assert.Contains("建议：假赵", (await clerk.OpenAsync(proposal)).Text, StringComparison.Ordinal);       // asked for is not agreed to

        Assert.Equal("/registry/leaves", (await app.AnswerAsync(request, agrees: true)).Location);

        foreach (var day in new[] { 18, 19 })
        {
            app.Clock.Set(2026, 6, day);
            var passed = await clerk.OpenAsync(proposal);
            Assert.DoesNotContain("建议：假赵", passed.Text, StringComparison.Ordinal);
            Assert.Contains("建议：假", passed.Text, StringComparison.Ordinal);      // somebody else's turn
            Assert.Contains("点选的机构或人员不能承办：请假", passed.Text, StringComparison.Ordinal);
            Assert.Contains("REG-25", passed.Html, StringComparison.Ordinal);
        }

        app.Clock.Set(2026, 6, 20);
        Assert.Contains("建议：假赵", (await clerk.OpenAsync(proposal)).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 17);
    }

    [Fact]
    public async Task The_clerk_sees_what_the_member_has_to_do_then_and_the_member_is_told_the_answer()
    {
        app.Clock.Set(2026, 6, 17);
        var member = await app.PersonAsync("假孙", await app.InstitutionAsync("浙江假二律师事务所", InstitutionKind.LawFirm));
        var running = await DepartureTests.AssignedAsync(app, "假乙", member);
        var number = await app.InDbAsync(db => db.Cases.Where(c => c.Id == running).Select(c => c.Number).SingleAsync());
        var request = await app.AskedAsync(member, "2026-6-22", "2026-6-26");
        var (clerk, own) = (await app.AsAsync(Roles.Clerk), await app.MemberAsync(member));
        Assert.Contains("件待答复", (await clerk.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("假孙", (await clerk.OpenAsync("/registry/leaves?status=Waiting")).Text, StringComparison.Ordinal);
        var page = await clerk.OpenAsync($"/registry/leaves/{request.Id}");
        Assert.Contains($"案件 {number} 仍由本人承办", page.Text, StringComparison.Ordinal);
        Assert.Contains("陪同家人就医", page.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await app.AnswerAsync(request, agrees: false)).Status);      // a no has its reason
        Assert.Equal("/registry/leaves", (await app.AnswerAsync(request, agrees: false, "那几天没有别人值班")).Location);

        Assert.Contains("那几天没有别人值班", (await own.OpenAsync($"{Mine}/{request.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("请假申请，中心已经答复", (await own.OpenAsync("/inbox?unread=true")).Text, StringComparison.Ordinal);
        Assert.False(await app.InDbAsync(db => db.Absences.AnyAsync(a => a.MembershipId == member.Id)));
        var again = await app.AskedAsync(member, "2026-6-22", "2026-6-23");      // refused, the days are free
        await app.AnswerAsync(again, agrees: true);
        Assert.Contains("请假", (await own.OpenAsync("/registry/mine"))["#away"].TextContent, StringComparison.Ordinal);
        var lines = await app.InDbAsync(db => db.Journal.Where(l => l.SubjectId == member.Id).Select(l => new { l.Act, l.Reason, l.Details }).ToListAsync());
        Assert.All([Act.LeaveAsked, Act.LeaveRefused, Act.LeaveGranted, Act.AbsenceRecorded], act => Assert.Contains(lines, line => line.Act == act));
        Assert.All(lines, line => Assert.DoesNotContain("就医", line.Reason + line.Details, StringComparison.Ordinal));      // the member's words stay with the request
    }

    [Fact]
    public async Task What_cannot_be_is_refused_at_the_members_own_form()
    {
        app.Clock.Set(2026, 6, 17);
        var member = await app.PersonAsync("假李", await app.InstitutionAsync("浙江假三律师事务所", InstitutionKind.LawFirm));
        var own = await app.MemberAsync(member);
        Assert.Equal(HttpStatusCode.BadRequest, (await own.SubmitAsync(Mine, Wish("后天", "2026-6-20"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await own.SubmitAsync(Mine, [.. Wish("2026-6-18", "2026-6-20").SkipLast(1), ("Form.Reason", "")])).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await own.SubmitAsync(Mine, [("Form.Kind", "Suspension"), .. Wish("2026-6-18", "2026-6-20").Skip(1)])).Status);     // not a member's to ask for
        Assert.Contains("请假从今天起", (await own.SubmitAsync(Mine, Wish("2026-6-16", "2026-6-20"))).Text, StringComparison.Ordinal);
        Assert.Contains("一次请假不超过180天", (await own.SubmitAsync(Mine, Wish("2026-6-17", "2026-12-14"))).Text, StringComparison.Ordinal);
        var asked = await app.AskedAsync(member, "2026-6-17", "2026-12-13");
        Assert.Contains("正在等待答复的请假（2026年6月17日 至 2026年12月13日）", (await own.SubmitAsync(Mine, Wish("2026-12-13", "2026-12-20"))).Text, StringComparison.Ordinal);       // overlaps what waits
        await app.AnswerAsync(asked, agrees: true);

        var overlapping = await own.SubmitAsync(Mine, Wish("2026-12-13", "2026-12-20"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, overlapping.Status);
        Assert.Contains("与已登记的请假（2026年6月17日 至 2026年12月13日）重叠", overlapping.Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.InDbAsync(db => db.LeaveRequests.CountAsync(r => r.MembershipId == member.Id)));
    }

    [Fact]
    public async Task What_was_recorded_meanwhile_is_looked_at_again_when_the_centre_agrees()
    {
        app.Clock.Set(2026, 6, 17);
        var member = await app.PersonAsync("假周", await app.InstitutionAsync("浙江假四律师事务所", InstitutionKind.LawFirm));
        var request = await app.AskedAsync(member, "2026-7-1", "2026-7-5");
        var clerk = await app.AsAsync(Roles.Clerk);
        await clerk.SubmitAsync($"/registry/people/{member.Id}/absences/new", ("Form.Kind", "Suspension"), ("Form.FirstDay", "2026-7-5"), ("Form.Reason", "责令整改"));

        var refused = await app.AnswerAsync(request, agrees: true);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("与已登记的暂停指派（2026年7月5日 至 另行通知）重叠", refused.Text, StringComparison.Ordinal);
        Assert.Equal(LeaveStatus.Waiting, (await app.LeaveAsync(member)).Status);
    }

    [Theory]
    [InlineData(PractitionerKind.PublicLawyer, InstitutionKind.PublicLawyers)]
    [InlineData(PractitionerKind.CompanyLawyer, InstitutionKind.CompanyLawyers)]
    [InlineData(PractitionerKind.Volunteer, InstitutionKind.Volunteers)]
    [InlineData(PractitionerKind.LegalWorker, InstitutionKind.LegalServiceOffice)]
    public async Task People_of_every_kind_with_an_account_may_ask(PractitionerKind kind, InstitutionKind home)
    {
        app.Clock.Set(2026, 6, 17);
        var member = await app.MemberAsync($"假{kind}", await app.InstitutionAsync($"请假{home}", home), m => m.Kind = kind);

        var request = await app.AskedAsync(member, "2026-6-17", "2026-6-17");

        Assert.Equal("/registry/leaves", (await app.AnswerAsync(request, agrees: true)).Location);
        Assert.Equal(app.Clock.Today, await app.InDbAsync(db => db.Absences.Where(a => a.MembershipId == member.Id && a.Kind == AbsenceKind.Leave).Select(a => a.LastDay).SingleAsync()));
    }
}
