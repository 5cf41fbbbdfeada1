using System.Net;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Tests;
using LegalAid.Store.Decisions;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Registry;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>Declared interests, matters dealt with in office and duty help, from the record of a member to the proposal and its stored decision.</summary>
public sealed class ConflictInvolvedTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("CF-02", "CF-04")]
    public async Task An_interest_in_the_opponent_and_an_office_held_in_the_matter_keep_people_out()
    {
        var firm = await app.LawFirmAsync("重庆辰一律师事务所", "辰甲", "辰乙", "辰丙");
        await OnlyAsync(firm);
        var clerk = await app.AsAsync(Roles.Clerk);
        var (first, second, third) = (await MemberAsync("辰甲"), await MemberAsync("辰乙"), await MemberAsync("辰丙"));
        await DoneAsync(clerk, first, ("Form.Kind", "Interest"), ("Form.Interest", "Shares"), ("Form.Name", "重庆辰牛商贸有限公司"));
        await DoneAsync(clerk, second, ("Form.Kind", "FormerOfficial"), ("Form.Capacity", "Judge"), ("Form.Authority", "重庆市北碚区人民法院"), ("Form.Name", "辰受"), ("Form.OtherParty", "重庆辰牛商贸有限公司"));
        await DoneAsync(clerk, third, ("Form.Kind", "FormerOfficial"), ("Form.Capacity", "Arbitrator"), ("Form.Name", "重庆辰牛商贸有限公司"));

        var id = await GrantAsync(clerk, "辰受", "重庆辰牛商贸有限公司");
        var page = await clerk.OpenAsync(Propose(id));

        Assert.Contains("本人与本案当事人有利害关系", page.Text, StringComparison.Ordinal);
        Assert.Contains("曾以审判人员身份处理过该事项", page.Text, StringComparison.Ordinal);
        Assert.Contains("曾以仲裁人员身份处理过该事项（仅姓名相同，须核实）", page.Text, StringComparison.Ordinal);
        var why = (await clerk.SubmitAsync(Propose(id), ("Form.Note", "按序"))).Location!;
        var record = await app.InDbAsync(db => db.Decisions.AsNoTracking().SingleAsync(d => d.SubjectId == id && d.Kind == DecisionKinds.Assignment));
        Assert.Equal(record.Result, CanonicalJson.Write(AssignmentDecision.Decide(CanonicalJson.Read<AssignmentFacts>(record.Facts))));
        Assert.DoesNotContain("辰牛", record.Facts + record.Result, StringComparison.Ordinal);
        Assert.Contains("在册人员曾以公职身份处理的事项", (await clerk.OpenAsync(why))["#conflicts"].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("CF-04")]
    public async Task The_authoritys_number_finds_the_matter_again_whoever_typed_it_how()
    {
        var firm = await app.LawFirmAsync("重庆巳一律师事务所", "巳甲");
        await OnlyAsync(firm);
        var clerk = await app.AsAsync(Roles.Clerk);
        await DoneAsync(clerk, await MemberAsync("巳甲"), ("Form.Kind", "FormerOfficial"), ("Form.Capacity", "Prosecutor"), ("Form.MatterNumber", "(2026)渝0109巳 一号"));

        var letter = await clerk.SubmitAsync("/intake/letters/new", TestData.Letter("（2026）渝0109巳一号", "2026-6-17 9:00", "巳某"));

        Assert.Contains("曾以检察人员身份处理过该事项", (await clerk.OpenAsync($"/assignment{letter.Location}/propose")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("CF-12")]
    public async Task Duty_help_to_two_of_one_crime_is_told_and_to_one_is_not()
    {
        var firm = await app.LawFirmAsync("重庆午一律师事务所", "午甲");
        await OnlyAsync(firm);
        var clerk = await app.AsAsync(Roles.Clerk);
        var member = await MemberAsync("午甲");
        var identity = TestRoster.Identity(new(1990, 2, 3));
        await DoneAsync(clerk, member, Helped("午某", ("Form.Identity", identity)));
        var letter = await clerk.SubmitAsync("/intake/letters/new", TestData.Letter("（2026）渝0109午一号", "2026-6-17 9:00", "午某"));
        Assert.DoesNotContain("提供过法律帮助", (await clerk.OpenAsync($"/assignment{letter.Location}/propose"))["#conflicts"].TextContent, StringComparison.Ordinal);

        await DoneAsync(clerk, member, Helped("午某同"));

        Assert.Contains("值班时为共同犯罪的2名嫌疑人提供过法律帮助", (await clerk.OpenAsync($"/assignment{letter.Location}/propose"))["#conflicts"].TextContent, StringComparison.Ordinal);
        var stored = await app.InDbAsync(db => db.MemberTies.AsNoTracking().SingleAsync(t => t.Name == "午某"));
        Assert.Equal((identity, new DateOnly(2026, 6, 10)), (app.Cipher.Open(stored.IdentityNumber!), stored.HelpedOn));
        Assert.DoesNotContain(identity, (await clerk.OpenAsync(Ties(member))).Html, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("CF-12")]
    public async Task Duty_help_to_two_of_the_very_matter_keeps_the_lawyer_out_of_its_defence()
    {
        var firm = await app.LawFirmAsync("重庆戌一律师事务所", "戌甲");
        await OnlyAsync(firm);
        var (clerk, member) = (await app.AsAsync(Roles.Clerk), await MemberAsync("戌甲"));
        await DoneAsync(clerk, member, InThatMatter("戌某"));
        var letter = await clerk.SubmitAsync("/intake/letters/new", TestData.Letter("（2026）渝0109戌一号", "2026-6-17 9:00", "戌某"));
        Assert.Contains("建议：", (await clerk.OpenAsync($"/assignment{letter.Location}/propose")).Text, StringComparison.Ordinal);       // one alone

        await DoneAsync(clerk, member, InThatMatter("戌某同"));

        Assert.Contains("没有可承办本案的机构", (await clerk.OpenAsync($"/assignment{letter.Location}/propose")).Text, StringComparison.Ordinal);

        static (string, string)[] InThatMatter(string name) => [.. Helped(name).Where(field => field.Item1 != "Form.MatterNumber"), ("Form.MatterNumber", "（2026）渝0109戌一号")];
    }

    [Fact]
    [Clause("CF-02", "CF-04")]
    public async Task Names_declared_are_found_by_their_sound_too()
    {
        var firm = await app.LawFirmAsync("重庆亥一律师事务所", "亥甲", "亥乙", "亥丙");
        await OnlyAsync(firm);
        var clerk = await app.AsAsync(Roles.Clerk);
        await DoneAsync(clerk, await MemberAsync("亥甲"), ("Form.Kind", "Relative"), ("Form.Relation", "Spouse"), ("Form.Name", "亥文涛"));
        await DoneAsync(clerk, await MemberAsync("亥乙"), ("Form.Kind", "FormerOfficial"), ("Form.Capacity", "Judge"), ("Form.Name", "旁人"), ("Form.OtherParty", "亥文涛"));
        var member = await MemberAsync("亥丙");
        await app.InDbAsync(async db =>
        {
            (await db.Memberships.SingleAsync(m => m.Id == member)).RosterName = "亥文涛";
            return await db.SaveChangesAsync();
        });

        var page = await clerk.OpenAsync(Propose(await GrantAsync(clerk, "亥受", "亥文滔")));

        Assert.Contains("近亲属是本案当事人（仅姓名同音，须核实）", page.Text, StringComparison.Ordinal);
        Assert.Contains("曾以审判人员身份处理过该事项（仅姓名同音，须核实）", page.Text, StringComparison.Ordinal);
        Assert.Contains("本人是本案当事人（仅姓名同音，须核实）", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [Clause("CF-02", "CF-04", "CF-12")]
    [InlineData("Interest", "Form.Interest", "Debt", "Form.Name", "")]
    [InlineData("Interest", "Form.Interest", "", "Form.Name", "未某")]
    [InlineData("FormerOfficial", "Form.Capacity", "Judge", "Form.MatterNumber", "")]
    [InlineData("FormerOfficial", "Form.Capacity", "", "Form.MatterNumber", "渝1号")]
    [InlineData("DutyHelp", "Form.Name", "未某", "Form.MatterNumber", "")]
    [InlineData("DutyHelp", "Form.Name", "未某", "Form.MatterNumber", "渝1号")]
    public async Task What_the_check_could_not_use_is_refused(string kind, string field, string value, string second, string other)
    {
        await app.LawFirmAsync($"重庆未{Guid.NewGuid().ToString()[..4]}律师事务所", $"未{kind}{value.Length}{other.Length}");
        var clerk = await app.AsAsync(Roles.Clerk);

        var answer = await clerk.SubmitAsync(Ties(await MemberAsync($"未{kind}{value.Length}{other.Length}")), ("Form.Kind", kind), (field, value), (second, other));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
    }

    private static (string, string)[] Helped(string name, params (string, string)[] more) =>
        [("Form.Kind", "DutyHelp"), ("Form.Name", name), ("Form.MatterNumber", "北公（刑）诉字〔2026〕7号"), ("Form.HelpedOn", "2026-6-10"), .. more];

    private static async Task DoneAsync(Visitor clerk, Guid member, params (string, string)[] fields) =>
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(Ties(member), fields)).Status);

    private Task<Guid> MemberAsync(string name) => app.InDbAsync(db => db.Memberships.Where(m => m.Person.Name == name).Select(m => m.Id).SingleAsync());

    private static async Task<Guid> GrantAsync(Visitor clerk, string recipient, string opponents)
    {
        var fields = TestData.Application("2026-6-16 9:00", recipient).Where(field => field.Field is not ("Form.Opponents" or "Form.Kind" or "Form.Stage"));
        var taken = await clerk.SubmitAsync("/intake/applications/new", [.. fields, ("Form.Kind", "Civil"), ("Form.Stage", "FirstInstance"), ("Form.Opponents", opponents)]);
        await clerk.SubmitAsync($"{taken.Location}/decision", ("Form.Grants", "true"));
        return Guid.Parse(taken.Location!["/cases/".Length..]);
    }

    // The other tests' firms are closed, so that a case falls where this test expects it.
    private async Task OnlyAsync(Institution open) =>
        await app.InDbAsync(db => db.Institutions.ExecuteUpdateAsync(set => set.SetProperty(i => i.ClosedOn, i => i.Id == open.Id ? null : new DateOnly(2026, 1, 1))));

    private static string Propose(Guid id) => $"/assignment/cases/{id}/propose";

    private static string Ties(Guid member) => $"/registry/people/{member}/ties";
}
