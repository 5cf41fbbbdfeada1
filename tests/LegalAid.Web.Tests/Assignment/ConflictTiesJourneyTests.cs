using System.Net;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Recusals;
using LegalAid.Rules.Tests;
using LegalAid.Store.Decisions;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Registry;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>Family, earlier posts, advised organisations, former and similar names end to end; consents; what the decision keeps.</summary>
public sealed class ConflictTiesJourneyTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("CF-02", "CF-13")]
    public async Task A_wife_who_is_the_opponent_keeps_her_husband_out_and_his_firm_waits_for_consent()
    {
        var identity = TestRoster.Identity(new(1986, 2, 3));
        var firm = await app.LawFirmAsync("重庆子一律师事务所", "子甲", "子乙");
        await OnlyAsync(firm);
        var clerk = await app.AsAsync(Roles.Clerk);
        var member = await MemberAsync(firm);
        var entered = await clerk.SubmitAsync(Ties(member), ("Form.Kind", "Relative"), ("Form.Relation", "Spouse"), ("Form.Name", "子妻"), ("Form.Identity", identity));
        Assert.Equal(HttpStatusCode.Found, entered.Status);

        var id = await GrantAsync(clerk, "子某", $"另名 {identity}");
        var page = await clerk.OpenAsync(Propose(id));
        Assert.Contains("近亲属是本案当事人", page.Text, StringComparison.Ordinal);
        Assert.Contains("须书面同意", page["#conflicts"].TextContent, StringComparison.Ordinal);
        var why = (await clerk.SubmitAsync(Propose(id), ("Form.Note", "按序"))).Location!;
        var director = await app.AsAsync(Roles.Director);
        var refused = await director.SubmitAsync($"{why}/approval", ("Form.Agrees", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("须先登记当事人的书面知情同意", refused.Text, StringComparison.Ordinal);

        var option = (await clerk.OpenAsync(Consents(id)))["#Form_Conflict option:last-child, select[name='Form.Conflict'] option:last-child"].GetAttribute("value")!;
        var later = await clerk.SubmitAsync(Consents(id), ("Form.Conflict", option), ("Form.GivenBy", "子某"), ("Form.GivenOn", "2026-12-30"), ("Form.Document", "知道对方是该所人员的配偶"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, later.Status);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(Consents(id), ("Form.Conflict", option), ("Form.GivenBy", "子某"), ("Form.GivenOn", "2026-6-16"), ("Form.Document", "知道对方是该所人员的配偶"))).Status);
        Assert.Contains("针对：在册人员的近亲属：本机构人员的近亲属是本案对方当事人或者被害人（CF-13）", (await clerk.OpenAsync(Consents(id))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync($"{why}/approval", ("Form.Agrees", "true"))).Status);

        var stored = await app.InDbAsync(db => db.ConflictConsents.AsNoTracking().SingleAsync(c => c.CaseId == id));
        Assert.Equal("知道对方是该所人员的配偶", app.Cipher.Open(stored.Document));
        var opened = await clerk.PostAsync($"{Consents(id)}?handler=Open", [await clerk.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), ("Look.ConsentId", stored.Id.ToString()), ("Look.Purpose", "核对")]);
        Assert.Contains("知道对方是该所人员的配偶", opened.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("知道对方是", (await clerk.OpenAsync(Consents(id))).Html, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("CF-03", "CF-11", "CF-13")]
    public async Task Led_advised_and_judged_by_ones_own_is_found()
    {
        var firm = await app.LawFirmAsync("重庆丑一律师事务所", "丑甲");
        await OnlyAsync(firm);
        var clerk = await app.AsAsync(Roles.Clerk);
        var member = await MemberAsync(firm);
        await clerk.SubmitAsync(Ties(member), ("Form.Kind", "Relative"), ("Form.Relation", "Parent"), ("Form.Name", "丑父"), ("Form.Represents", "重庆丑牛商贸有限公司"));
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/registry/institutions/{firm.Id}/advisers", ("Form.Client", "重庆丑牛商贸有限公司"), ("Form.FirstOn", "2026-1-1"))).Status);

        var page = await clerk.OpenAsync(Propose(await GrantAsync(clerk, "丑某", "重庆丑牛商贸有限公司")));
        Assert.Contains("近亲属是对方当事人的法定代表人", page.Text, StringComparison.Ordinal);
        Assert.Contains("是本案对方当事人的常年法律顾问", page.Text, StringComparison.Ordinal);

        await clerk.SubmitAsync(Ties(member), ("Form.Kind", "FormerPost"), ("Form.Authority", "重庆市北碚区人民法院"), ("Form.LeftOn", "2015-1-1"));
        var letter = await clerk.SubmitAsync("/intake/letters/new", TestData.Letter("（2026）渝0109丑一号", "2026-6-17 9:00", "丑某二"));
        var judged = await clerk.OpenAsync(Propose(Guid.Parse(letter.Location!["/cases/".Length..])));
        Assert.Contains("曾在本案办案机关任法官、检察官", judged.Text, StringComparison.Ordinal);

        var tie = await app.InDbAsync(db => db.MemberTies.Where(t => t.MembershipId == member && t.Kind == TieKind.FormerPost).Select(t => t.Id).SingleAsync());
        await clerk.PostAsync($"{Ties(member)}?handler=Remove", [await clerk.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), ("TieId", tie.ToString())]);
        Assert.DoesNotContain("曾在本案办案机关任法官", (await clerk.OpenAsync(Propose(Guid.Parse(letter.Location!["/cases/".Length..])))).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("CF-01")]
    public async Task The_radar_finds_former_similar_and_dotted_names_and_the_decision_keeps_what_it_found()
    {
        var firm = await app.LawFirmAsync("重庆寅一律师事务所", "寅克己");
        await OnlyAsync(firm);
        var clerk = await app.AsAsync(Roles.Clerk);
        var member = await MemberAsync(firm);
        await clerk.SubmitAsync(Ties(member), ("Form.Kind", "FormerName"), ("Form.Name", "寅旧名"));
        await app.InDbAsync(db =>
        {
            db.Add(new PriorMatter { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, CaseNumber = "旧寅1", Kind = Rules.Intake.CaseKind.Civil, Stage = Rules.Intake.CaseStage.FirstInstance, Recipient = "帕提古丽·寅某", Opponent = "某公司", InstitutionId = firm.Id, MembershipId = member, AssignedOn = new(2026, 3, 1) });
            return db.SaveChangesAsync();
        });

        var id = await GrantAsync(clerk, "寅某", "帕提古丽寅某\n寅旧名\n寅克已\n印克季");
        var radar = (await clerk.OpenAsync(Propose(id)))["#conflicts"].TextContent;
        Assert.Contains("对方当事人「帕提古丽寅某」与该案受援人姓名相同「帕提古丽·寅某」", radar, StringComparison.Ordinal);
        Assert.Contains("「寅旧名」与其曾用名相同", radar, StringComparison.Ordinal);
        Assert.Contains("「寅克已」与其姓名形近「寅克己」", radar, StringComparison.Ordinal);
        Assert.Contains("「印克季」与其姓名同音「寅克己」", radar, StringComparison.Ordinal);

        var why = (await clerk.SubmitAsync(Propose(id), ("Form.Note", "按序"))).Location!;
        var kept = (await clerk.OpenAsync(why))["#conflicts"].TextContent;
        Assert.Contains("使用本系统以前的案件 旧寅1", kept, StringComparison.Ordinal);
        Assert.Contains("查找当事人5名", kept, StringComparison.Ordinal);
        var record = await app.InDbAsync(db => db.Decisions.AsNoTracking().SingleAsync(d => d.SubjectId == id && d.Kind == DecisionKinds.Assignment));
        Assert.Equal(record.Result, CanonicalJson.Write(AssignmentDecision.Decide(CanonicalJson.Read<AssignmentFacts>(record.Facts))));
        Assert.DoesNotContain("帕提古丽", record.Facts + record.Result, StringComparison.Ordinal);
    }

    [Theory]
    [Clause("CF-02", "CF-11")]
    [InlineData("Relative", "Form.Relation", "OtherRelative", "Form.Name", "卯某")]
    [InlineData("Relative", "Form.Relation", "Spouse", "Form.Name", "")]
    [InlineData("FormerPost", "Form.Authority", "", "Form.LeftOn", "2024-1-1")]
    [InlineData("FormerPost", "Form.Authority", "某区人民检察院", "Form.LeftOn", "2027-1-1")]
    [InlineData("FormerName", "Form.Name", "", "Form.Authority", "")]
    public async Task What_the_check_could_not_use_is_refused(string kind, string field, string value, string second, string other)
    {
        var firm = await app.LawFirmAsync($"重庆卯{Guid.NewGuid().ToString()[..4]}律师事务所", "卯甲");
        var clerk = await app.AsAsync(Roles.Clerk);

        var answer = await clerk.SubmitAsync(Ties(await MemberAsync(firm)), ("Form.Kind", kind), (field, value), (second, other));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.True(Relations.IsNearRelative(Relation.Spouse));
    }

    private Task<Guid> MemberAsync(Institution firm) => app.InDbAsync(db => db.Memberships.Where(m => m.InstitutionId == firm.Id).OrderBy(m => m.Person.Name).Select(m => m.Id).FirstAsync());

    private static async Task<Guid> GrantAsync(Visitor clerk, string recipient, string opponents)
    {
        var fields = TestData.Application("2026-6-16 9:00", recipient).Where(field => field.Field is not ("Form.Opponents" or "Form.Kind" or "Form.Stage"));
        var taken = await clerk.SubmitAsync("/intake/applications/new", [.. fields, ("Form.Kind", "Civil"), ("Form.Stage", "FirstInstance"), ("Form.Opponents", opponents)]);
        await clerk.SubmitAsync($"{taken.Location}/decision", ("Form.Grants", "true"));
        return Guid.Parse(taken.Location!["/cases/".Length..]);
    }

    // The other tests' firms are closed, so that a case falls where this test expects it.
    private async Task OnlyAsync(params Institution[] open)
    {
        var ids = open.Select(firm => firm.Id).ToList();
        await app.InDbAsync(db => db.Institutions.ExecuteUpdateAsync(set => set.SetProperty(i => i.ClosedOn, i => ids.Contains(i.Id) ? null : new DateOnly(2026, 1, 1))));
    }

    private static string Propose(Guid id) => $"/assignment/cases/{id}/propose";

    private static string Consents(Guid id) => $"/assignment/cases/{id}/consents";

    private static string Ties(Guid member) => $"/registry/people/{member}/ties";
}
