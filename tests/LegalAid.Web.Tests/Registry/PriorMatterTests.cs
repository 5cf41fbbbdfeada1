using System.Net;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry;

/// <summary>Cases brought along are closed, and whoever left with one is out when it is.</summary>
public sealed class PriorMatterTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    [Clause("WZ-26.2")]
    public async Task Who_left_with_a_case_brought_along_is_out_when_it_is_closed_and_a_mistake_is_taken_back()
    {
        app.Clock.Set(2026, 6, 17);
        var (member, matter) = await MatterAsync("旧一", new DateOnly(2026, 6, 1));
        var (clerk, person, url) = (await app.AsAsync(Roles.Clerk), $"/registry/people/{member.Id}", $"/registry/matters/{matter.Id}");
        Assert.Contains("退出办结中", (await clerk.OpenAsync(person)).Text, StringComparison.Ordinal);
        Assert.Contains("登记结案", (await clerk.OpenAsync(person)).Text, StringComparison.Ordinal);

        Assert.Contains("结案日不能晚于今天", (await clerk.SubmitAsync($"{url}?handler=Close", ("Form.Day", "2026-6-18"), ("Form.Note", "判决"))).Text, StringComparison.Ordinal);
        Assert.Equal(url, (await clerk.SubmitAsync($"{url}?handler=Close", ("Form.Day", "2026-6-16"), ("Form.Note", "一审判决，已归档"))).Location);

        var shown = (await clerk.OpenAsync(person)).Text;
        Assert.Contains("已退出", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("退出办结中", shown, StringComparison.Ordinal);
        Assert.Contains("一审判决，已归档", (await clerk.OpenAsync(url)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostedAsync(clerk, $"{url}?handler=Close", ("Form.Day", "2026-6-16"), ("Form.Note", "再结"))).Status);
        app.Clock.Set(2026, 6, 25);
        Assert.Contains("由中心负责人撤回", (await PostedAsync(clerk, $"{url}?handler=Reopen", ("Mistake.Reason", "案号录错"))).Text, StringComparison.Ordinal);
        Assert.Equal(url, (await (await app.AsAsync(Roles.Director)).SubmitAsync($"{url}?handler=Reopen", ("Mistake.Reason", "案号录错"))).Location);
        Assert.Contains("退出办结中", (await clerk.OpenAsync(person)).Text, StringComparison.Ordinal);
        Assert.Equal([Act.PriorMatterClosed, Act.PriorMatterReopened], await app.InDbAsync(db => db.Journal.Where(l => l.SubjectId == member.Id).OrderBy(l => l.Id).Select(l => l.Act).ToListAsync()));
    }

    [Fact]
    [Clause("WZ-26.2")]
    public async Task What_is_under_way_is_told_until_it_is_closed()
    {
        app.Clock.Set(2026, 6, 17);
        var (member, matter) = await MatterAsync("旧二", leftOn: null);
        var (head, departure) = (await app.AsAsync(Roles.Director), $"/registry/people/{member.Id}/departure");
        Assert.Contains(matter.CaseNumber, (await head.OpenAsync(departure)).Text, StringComparison.Ordinal);

        await head.SubmitAsync($"/registry/matters/{matter.Id}?handler=Close", ("Form.Day", "2026-6-17"), ("Form.Note", "调解结案"));

        Assert.DoesNotContain(matter.CaseNumber, (await head.OpenAsync(departure)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_at_once_close_it_once_and_nobody_else_may()
    {
        app.Clock.Set(2026, 6, 17);
        var (member, matter) = await MatterAsync("旧三", leftOn: null);
        var (clerk, url) = (await app.AsAsync(Roles.Clerk), $"/registry/matters/{matter.Id}");
        (string, string)[] told = [("Form.Day", "2026-6-17"), ("Form.Note", "撤诉")];
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync($"{url}?handler=Close", ("Form.Day", ""), ("Form.Note", "撤诉"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostedAsync(await app.AsAsync(Roles.Bureau), $"{url}?handler=Close", told)).Status);
        var elsewhere = await app.AsAsync(Roles.Clerk, await app.InDbAsync(db => db.Offices.Where(o => o.Code == "BB").Select(o => o.Id).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await PostedAsync(elsewhere, $"{url}?handler=Close", told)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync($"/registry/matters/{Guid.CreateVersion7()}")).Status);
        var (one, other) = (await clerk.OpenAsync(url), await clerk.OpenAsync(url));

        var both = await Task.WhenAll(clerk.SendAsync($"{url}?handler=Close", one, told), clerk.SendAsync($"{url}?handler=Close", other, told));

        Assert.Single(both, page => page.Status == HttpStatusCode.Found);
        Assert.Single(both, page => page.Status is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity);
        Assert.Equal(1, await app.InDbAsync(db => db.Journal.CountAsync(l => l.SubjectId == member.Id && l.Act == Act.PriorMatterClosed)));
    }

    private async Task<(Membership Member, PriorMatter Matter)> MatterAsync(string name, DateOnly? leftOn)
    {
        var member = await app.MemberAsync($"{name}赵", await app.InstitutionAsync($"浙江{name}律师事务所", InstitutionKind.LawFirm), m => m.LeftOn = leftOn);
        var matter = new PriorMatter
        {
            Id = Guid.CreateVersion7(),
            OfficeId = app.OfficeId,
            CaseNumber = $"温援〔2025〕{name}号",
            Kind = CaseKind.Civil,
            Stage = CaseStage.FirstInstance,
            Recipient = $"{name}受援人",
            Opponent = $"{name}对方",
            InstitutionId = member.InstitutionId,
            MembershipId = member.Id,
            AssignedOn = new(2025, 3, 1),
        };
        await app.InDbAsync(db =>
        {
            db.Add(matter);
            return db.SaveChangesAsync();
        });
        return (member, matter);
    }

    private static async Task<WebPage> PostedAsync(Visitor visitor, string url, params (string Field, string Value)[] fields) =>
        await visitor.PostAsync(url, [await visitor.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), .. fields]);
}
