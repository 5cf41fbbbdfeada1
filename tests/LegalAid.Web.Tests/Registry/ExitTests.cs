using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Workbooks;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry;

/// <summary>Members leave of their own will, are renewed, and have everything told in a ledger.</summary>
public sealed class ExitTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    private static readonly byte[] Pdf = "%PDF-1.7 退出申请书"u8.ToArray();

    [Fact]
    [Clause("QJ-5.4a", "WZ-26.1", "WZ-26.2", "WZ-29.1a", "WZ-29.1b")]
    public async Task A_member_applies_with_the_letter_and_leaves_when_the_head_agrees_and_the_cases_go_on()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("浙江退一律师事务所", InstitutionKind.LawFirm);
        var member = await app.PersonAsync("退赵", firm);
        await DepartureTests.AssignedAsync(app, "退甲", member);
        var own = await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: member.Id);
        (string, string)[] told = [("Form.Ground", "OwnWill"), ("Form.Reason", "转往外地执业")];
        Assert.Contains("请上传本人签名、单位盖章", (await own.SubmitAsync("/registry/mine/exit", told)).Text, StringComparison.Ordinal);

        Assert.Equal("/registry/mine", (await own.UploadAsync("/registry/mine/exit", "Form.Letter", "申请.pdf", Pdf, told)).Location);

        var exit = await app.InDbAsync(db => db.PoolExits.SingleAsync(e => e.MembershipId == member.Id));
        Assert.Null(await LeftAsync(member));       // nothing changes before the head agrees
        var director = await app.AsAsync(Roles.Director);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostedAsync(await app.AsAsync(Roles.Clerk), $"/registry/exits/{exit.Id}", ("Form.Agrees", "true"))).Status);
        await director.SubmitAsync($"/registry/exits/{exit.Id}", ("Form.Day", "2026-6-18"), ("Form.Agrees", "true"));
        Assert.Contains("将于 2026年6月18日 退出办结中", (await own.OpenAsync("/registry/mine")).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 18);
        Assert.Contains("退出办结中", (await director.OpenAsync($"/registry/people/{member.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.InDbAsync(db => db.CaseHandlers.CountAsync(h => h.MembershipId == member.Id)));
        var (_, type, ledger) = await director.ExportAsync($"/registry/people/{member.Id}/ledger");
        var rows = string.Join('\n', WorkbookReader.Read(ledger).Value!.Sheets.Single().Rows.SelectMany(row => row.Cells).Select(cell => cell.Text));
        Assert.Equal(WorkbookWriter.ContentType, type);
        Assert.All(["入库", "进入办案库", "离开资源库", "离开值班库", "同意退出", "承办 "], what => Assert.Contains(what, rows, StringComparison.Ordinal));
        app.Clock.Set(2026, 6, 17);
    }

    [Fact]
    [Clause("WZ-29.1a")]
    public async Task The_letter_is_kept_sealed_and_each_look_is_journalled()
    {
        app.Clock.Set(2026, 6, 17);
        var member = await app.MemberAsync("退钱", await app.InstitutionAsync("浙江退二律师事务所", InstitutionKind.LawFirm));
        var clerk = await app.AsAsync(Roles.Clerk);
        (string, string)[] told = [("Form.Ground", "ConditionLost"), ("Form.LostOn", "2026-6-1"), ("Form.Reason", "注销执业证")];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.UploadAsync($"/registry/people/{member.Id}/exit", "Form.Letter", "申请.pdf", "MZ"u8.ToArray(), told)).Status);
        await clerk.UploadAsync($"/registry/people/{member.Id}/exit", "Form.Letter", "申请.pdf", Pdf, told);
        var exit = await app.InDbAsync(db => db.PoolExits.SingleAsync(e => e.MembershipId == member.Id));

        var page = await clerk.OpenAsync($"/registry/exits/{exit.Id}");
        var file = await clerk.SubmitAsync($"/registry/files/{exit.Id}");

        Assert.Contains("6月11日（周四）24:00，超过期限报告", page.Text, StringComparison.Ordinal);      // WZ-27.1
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Equal(1, await app.InDbAsync(db => db.Journal.CountAsync(l => l.SubjectId == member.Id && l.Act == Act.PoolFileOpened)));
        Assert.Equal(-1, (await app.InDbAsync(db => db.PoolFiles.SingleAsync(f => f.SubjectId == exit.Id))).Content.Bytes.AsSpan().IndexOf("%PDF"u8));
        var director = await app.AsAsync(Roles.Director);
        await director.SubmitAsync($"/registry/exits/{exit.Id}", ("Form.Note", "材料不全"), ("Form.Agrees", "false"));
        Assert.Null(await LeftAsync(member));
        Assert.Contains("已经决定", (await PostedAsync(director, $"/registry/exits/{exit.Id}", ("Form.Agrees", "true"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("WZ-4.2", "WZ-4.3")]
    public async Task A_round_of_renewal_shows_each_the_dossier_and_keeps_some_and_ends_others_with_a_reason()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("浙江续一律师事务所", InstitutionKind.LawFirm);
        var (stays, goes) = (await app.PersonAsync("续赵", firm), await app.PersonAsync("续钱", firm));
        var director = await app.AsAsync(Roles.Director);

        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync("/registry/renewals", ("Form.Reason", "试运行"))).Status);

        var own = await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: stays.Id);
        Assert.Contains("集中更新已经开始", (await own.OpenAsync("/inbox?unread=true")).Text, StringComparison.Ordinal);       // opened by hand: told all the same
        var (told, seen) = ((await own.OpenAsync("/registry/mine")).Text, (await director.OpenAsync($"/registry/renewals/{(await app.InDbAsync(db => db.Renewals.SingleAsync(r => r.MembershipId == stays.Id))).Id}")).Text);
        Assert.All(["承办案件", "2026-03-02 80 分", "处分、投诉和处理"], what => Assert.True(told.Contains(what, StringComparison.Ordinal) && seen.Contains(what, StringComparison.Ordinal), what));
        Assert.Equal(HttpStatusCode.Found, (await own.SubmitAsync("/registry/mine", ("Confirmed.Statement", "专长有误"))).Status);
        Assert.DoesNotContain("集中更新已经开始", (await own.OpenAsync("/inbox?unread=true")).Text, StringComparison.Ordinal);
        var entries = await app.InDbAsync(db => db.Renewals.AsNoTracking().ToListAsync());
        Assert.Contains("更正：专长有误", (await director.OpenAsync("/registry/renewals")).Text, StringComparison.Ordinal);
        Assert.Contains("请写明理由", (await director.SubmitAsync(UrlOf(entries, goes), ("Form.Agrees", "false"))).Text, StringComparison.Ordinal);
        await director.SubmitAsync(UrlOf(entries, goes), ("Form.Agrees", "false"), ("Form.Note", "长期不参加值班"));
        foreach (var other in entries.Where(entry => entry.MembershipId != goes.Id))
        {
            var kept = await director.SubmitAsync($"/registry/renewals/{other.Id}", ("Form.Agrees", "true"));
            if (other.ConfirmedAtUtc is null)
            {
                Assert.Contains("本人还没有确认档案", kept.Text, StringComparison.Ordinal);
                await director.SubmitAsync($"/registry/renewals/{other.Id}", ("Form.Agrees", "true"), ("Form.Note", "电话核实"));
            }
        }

        Assert.Equal((null, app.Clock.Today.AddDays(1)), (await LeftAsync(stays), await LeftAsync(goes)));
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync("/registry/renewals")).Status);
        Assert.Contains("下次应在 2028年6月17日", (await director.OpenAsync("/registry/renewals")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("WZ-3.1")]
    public async Task The_roster_puts_people_into_the_pools_and_takes_them_out_of_one()
    {
        app.Clock.Set(2026, 6, 17);
        var told = TestRoster.Person(91) with { Institution = "浙江两库律师事务所" };
        await ImportAsync(told);
        var member = await app.InDbAsync(db => db.Memberships.SingleAsync(m => m.LicenceNumber == told.Licence));
        app.Clock.Set(2026, 6, 18);

        await ImportAsync(told with { Duty = "否" });

        var standings = await app.InDbAsync(db => db.PoolStandings.Where(s => s.MembershipId == member.Id).OrderBy(s => s.Pool).Select(s => new { s.Pool, s.EnteredOn, s.LeftOn }).ToListAsync());
        Assert.Equal([(Pools.Cases, null), (Pools.Duty, app.Clock.Today)], standings.Select(s => (s.Pool, s.LeftOn)));
        Assert.All(standings, s => Assert.Equal(new DateOnly(2026, 6, 17), s.EnteredOn));
        app.Clock.Set(2026, 6, 17);
    }

    [Fact]
    [Clause("WZ-5.2")]
    public async Task A_member_moves_between_the_pools_where_the_pools_own_terms_are_met()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("浙江移一律师事务所", InstitutionKind.LawFirm);
        var young = await app.MemberAsync("移赵", firm, m =>
        {
            m.FirstLicensedOn = new(2025, 6, 18);
            m.NotForCases();
        });
        var old = await app.MemberAsync("移钱", firm, m => m.NotForCases());
        var clerk = await app.AsAsync(Roles.Clerk);

        Assert.Contains("进入办案库须执业满", (await clerk.SubmitAsync($"/registry/people/{young.Id}/pools", ("Form.Cases", "true"), ("Form.Reason", "申请"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/registry/people/{old.Id}/pools", ("Form.Cases", "true"), ("Form.Reason", "申请"))).Status);

        Assert.Equal(2, await app.InDbAsync(db => db.PoolStandings.CountAsync(s => s.MembershipId == old.Id && s.LeftOn == null)));
        Assert.Equal(2, await app.InDbAsync(db => db.QueuePlaces.CountAsync(p => p.MembershipId == old.Id && p.ClosedOn == null)));     // one in each queue
        Assert.False(await app.InDbAsync(db => db.QueuePlaces.AnyAsync(p => p.MembershipId == young.Id)));
        Assert.Contains("库别没有变化", (await clerk.SubmitAsync($"/registry/people/{old.Id}/pools", ("Form.Cases", "true"), ("Form.Reason", "申请"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_firm_checks_admission_anew()
    {
        app.Clock.Set(2026, 6, 17);
        var (firm, office) = (await app.InstitutionAsync("浙江转一律师事务所", InstitutionKind.LawFirm), await app.InstitutionAsync("转二法律服务所", InstitutionKind.LegalServiceOffice));
        var other = await app.InstitutionAsync("浙江转三律师事务所", InstitutionKind.LawFirm);
        var member = await app.PersonAsync("转赵", firm);
        var clerk = await app.AsAsync(Roles.Clerk);
        var url = $"/registry/people/{member.Id}/firm";

        Assert.Contains("律师应在律师事务所执业", (await clerk.SubmitAsync(url, ("Form.InstitutionId", office.Id.ToString()), ("Form.Reason", "批复"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(url, ("Form.InstitutionId", other.Id.ToString()), ("Form.Reason", "批复"))).Status);

        Assert.Equal(other.Id, await app.InDbAsync(db => db.Memberships.Where(m => m.Id == member.Id).Select(m => m.InstitutionId).SingleAsync()));
        Assert.Equal(2, await app.InDbAsync(db => db.QueuePlaces.CountAsync(p => p.MembershipId == member.Id && p.ClosedOn == null)));       // one in each queue
    }

    [Fact]
    [Clause("WZ-5.1")]
    public async Task The_state_chart_is_drawn_from_the_offices_own_book()
    {
        var page = await (await app.AsAsync(Roles.Clerk)).OpenAsync("/registry/states");

        Assert.All(["库的构成", "自愿退出，负责人同意", "WZ-26.2", "清退满 3 年", "考试合格"], text => Assert.Contains(text, page.Text, StringComparison.Ordinal));
    }

    private async Task ImportAsync(TestPerson told)
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        await RegistryPages.ConfirmAsync(clerk, await RegistryPages.UploadAsync(clerk, "/registry/import", "Roster", TestRoster.File(told)));
    }

    private static async Task<WebPage> PostedAsync(Visitor visitor, string url, params (string Field, string Value)[] fields) =>
        await visitor.PostAsync(url, [await visitor.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), .. fields]);

    private static string UrlOf(List<Renewal> entries, Membership member) => $"/registry/renewals/{entries.Find(entry => entry.MembershipId == member.Id)!.Id}";

    private Task<DateOnly?> LeftAsync(Membership member) => app.InDbAsync(db => db.Memberships.Where(m => m.Id == member.Id).Select(m => m.LeftOn).SingleAsync());
}
