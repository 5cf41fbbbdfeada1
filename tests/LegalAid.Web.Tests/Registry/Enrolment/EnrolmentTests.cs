using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Workbooks;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Enrolment;

/// <summary>铜梁, where everybody licensed stands in the pool.</summary>
public sealed class TongliangApp : TestApp
{
    protected override string OfficeCode => "TL";
}

/// <summary>A licence register from upload to the pool it makes. Each test brings people of its own numbers.</summary>
public sealed class EnrolmentTests(TongliangApp app) : IClassFixture<TongliangApp>
{
    private const string Url = "/registry/enrolment";
    private const ServiceIntents Everything = ServiceIntents.CriminalDefence | ServiceIntents.CivilRepresentation | ServiceIntents.AdministrativeRepresentation | ServiceIntents.LabourArbitration;

    // As a licensing department keeps it: no intents, no duty, its own names and order of columns.
    private static readonly string[] Heads = ["序号", "执业类别", "执业证号", "姓名", "性别", "身份证号", "执业机构", "首次执业日期", "电话", "执业状态"];

    [Fact]
    [Clause("TL-4.1a")]
    public async Task Everybody_on_the_register_comes_into_the_pool_by_the_heads_word_and_only_once()
    {
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var register = File([.. Lawyers(1000, 65), .. Workers(1100, 14)]);
        var preview = await UploadAsync(clerk, register);
        Assert.Contains("79 人将新增 0 人有变动 0 人与在库一致 0 行有问题", preview.Text, StringComparison.Ordinal);
        Assert.Contains("由负责人办理纳入", preview.Text, StringComparison.Ordinal);
        Assert.Contains("份登记册待您办理", (await director.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.OpenAsync(preview.Location + "/apply")).Status);
        Assert.Empty(await MembersAsync(1000, 1113));

        var done = await ApplyAsync(director, preview);

        Assert.Contains("已纳入：新增 79 人，更新 0 人，未变 0 人；0 行有问题", done.Text, StringComparison.Ordinal);
        Assert.Contains("0 人将新增 0 人有变动 79 人与在库一致", done.Text, StringComparison.Ordinal);
        var members = await MembersAsync(1000, 1113);
        Assert.Equal((65, 14), (members.Count(m => m.Kind == PractitionerKind.Lawyer), members.Count(m => m.Kind == PractitionerKind.LegalWorker)));
        Assert.All(members, m => Assert.Equal(m.Kind == PractitionerKind.Lawyer ? Everything : Everything & ~ServiceIntents.CriminalDefence, m.Intents));
        Assert.All(members, m => Assert.Equal([Pools.Duty, Pools.Cases], m.Standings.Select(s => s.Pool).Order()));
        var ids = members.ConvertAll(m => m.Id);
        Assert.Equal((65, 79), await app.InDbAsync(async db => (
            await db.QueuePlaces.CountAsync(p => ids.Contains(p.MembershipId!.Value) && db.RotationQueues.Any(q => q.Id == p.QueueId && q.Kind == QueueKind.Criminal)),
            await db.QueuePlaces.CountAsync(p => ids.Contains(p.MembershipId!.Value) && db.RotationQueues.Any(q => q.Id == p.QueueId && q.Kind == QueueKind.Other)))));
        var upload = Guid.Parse(preview.Location!.Split('/')[^1]);
        Assert.Contains("\"added\":79", (await app.InDbAsync(db => db.Journal.SingleAsync(l => l.Act == Act.EverybodyEnrolled && l.SubjectId == upload))).Details, StringComparison.Ordinal);

        var again = await UploadAsync(clerk, register);
        var refused = await director.SubmitAsync(again.Location + "/apply");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("没有需要导入的人：79 人与在库一致", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("TL-4.1a")]
    public async Task Who_is_in_the_pool_and_no_longer_on_the_register_is_listed_and_stays()
    {
        var director = await app.AsAsync(Roles.Director);
        await ApplyAsync(director, await UploadAsync(director, File(Lawyers(1200, 4))));
        var preview = await UploadAsync(director, File(
        [
            Lawyer(1200) with { Phone = "13800001200", Institution = "重庆铜试乙律师事务所" },
            Lawyer(1201) with { Phone = "" },               // named, though the row cannot be taken
            Lawyer(1202) with { LicenceState = "注销" },
        ]));

        Assert.Contains("0 人将新增 1 人有变动 0 人与在库一致 2 行有问题", preview.Text, StringComparison.Ordinal);
        Assert.Equal(["5 I5 电话 （空） 手机号为空", "6 J6 执业状态 注销 登记的执业状态不正常，不在纳入之列 条款 TL-4.1a"], Rows(preview, "#faults"));
        Assert.Contains(Rows(preview, "#missing"), row => row.StartsWith(Lawyer(1203).Name, StringComparison.Ordinal));
        Assert.DoesNotContain(Rows(preview, "#missing"), row => row.StartsWith(Lawyer(1201).Name, StringComparison.Ordinal) || row.StartsWith(Lawyer(1202).Name, StringComparison.Ordinal));
        var listed = WorkbookReader.Read(await director.DownloadAsync(preview.Location + "?handler=Missing")).Value!.Sheets[0];
        Assert.Contains(listed.Rows, row => row.Cells.Any(cell => cell.Text == Lawyer(1203).Licence));

        await ApplyAsync(director, preview);
        var members = await MembersAsync(1200, 1203);
        Assert.Equal(4, members.Count(m => m.LeftOn is null));
        Assert.Equal("重庆铜试乙律师事务所", members.Single(m => m.LicenceNumber == Lawyer(1200).Licence).Institution.Name);
        Assert.Contains("按登记册全员纳入", (await director.OpenAsync("/journal")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_register_leaves_the_services_of_who_is_there_alone_and_gives_them_anew_to_who_comes_back()
    {
        var director = await app.AsAsync(Roles.Director);
        app.Clock.Set(2026, 6, 10);
        await ApplyAsync(director, await UploadAsync(director, File(Lawyers(1300, 2))));
        app.Clock.Set(2026, 6, 17);
        var yesterday = app.Clock.Today.AddDays(-1);
        await app.InDbAsync(async db =>
        {
            foreach (var member in await db.Memberships.Include(m => m.Standings).Where(m => m.LicenceNumber == Lawyer(1300).Licence || m.LicenceNumber == Lawyer(1301).Licence).ToListAsync())
            {
                (member.Intents, member.WillingForDuty) = (ServiceIntents.CivilRepresentation, false);
                member.Standings.Single(s => s.Pool == Pools.Duty).LeftOn = yesterday;
                if (member.LicenceNumber == Lawyer(1301).Licence)
                {
                    member.LeftOn = yesterday;
                    member.Standings.Single(s => s.Pool == Pools.Cases).LeftOn = yesterday;
                }
            }

            return await db.SaveChangesAsync();
        });

        var preview = await UploadAsync(director, File(Lawyers(1300, 2)));
        Assert.Contains("0 人将新增 1 人有变动 1 人与在库一致", preview.Text, StringComparison.Ordinal);
        await ApplyAsync(director, preview);

        var (stayed, back) = ((await MembersAsync(1300, 1300)).Single(), (await MembersAsync(1301, 1301)).Single());
        Assert.Equal((ServiceIntents.CivilRepresentation, false), (stayed.Intents, PoolStandings.Holds(stayed, Pools.Duty, app.Clock.Today)));
        Assert.Equal((Everything, null), (back.Intents, back.LeftOn));
        Assert.Equal([Pools.Duty, Pools.Cases], back.Standings.Where(s => s.LeftOn is null).Select(s => s.Pool).Order());
    }

    [Fact]
    public async Task Former_volunteers_without_a_number_on_record_become_the_lawyers_the_register_says_they_are()
    {
        var director = await app.AsAsync(Roles.Director);
        await ApplyAsync(director, await UploadAsync(director, File(Lawyers(1700, 2))));
        await app.InDbAsync(db => db.Memberships.Where(m => m.LicenceNumber == Lawyer(1700).Licence || m.LicenceNumber == Lawyer(1701).Licence)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.LicenceNumber, "").SetProperty(m => m.Kind, PractitionerKind.Volunteer)));

        var preview = await UploadAsync(director, File(Lawyers(1700, 2)));

        Assert.Contains("0 人将新增 2 人有变动 0 人与在库一致 0 行有问题", preview.Text, StringComparison.Ordinal);
        await ApplyAsync(director, preview);
        Assert.Equal([PractitionerKind.Lawyer, PractitionerKind.Lawyer], (await MembersAsync(1700, 1701)).Select(m => m.Kind));
    }

    [Fact]
    public async Task A_name_that_says_another_place_waits_for_the_heads_tick()
    {
        var director = await app.AsAsync(Roles.Director);
        var preview = await UploadAsync(director, File([Lawyer(1400), Lawyer(1401) with { Institution = "北京铜试律师事务所" }]));
        Assert.Contains("1 人待确认机构 1 人将新增", preview.Text, StringComparison.Ordinal);

        var form = await director.OpenAsync(preview.Location + "/apply");
        Assert.Equal(["北京铜试律师事务所"], form.Document.QuerySelectorAll("[name=Local]:not([checked])").Select(box => box.GetAttribute("value")));
        await ApplyAsync(director, preview);

        Assert.Equal([Lawyer(1400).Licence], (await MembersAsync(1400, 1401)).Select(m => m.LicenceNumber));
    }

    [Theory]
    [InlineData("QJ", "QJ-5.1c")]
    [InlineData("WZ", "WZ-4.1")]
    [InlineData("QDN01", "QDN-3.1")]
    [InlineData("BB", null)]
    public async Task An_office_that_selects_or_takes_applications_cannot_use_a_register(string code, string? clause)
    {
        var office = await app.InDbAsync(db => db.Offices.Where(o => o.Code == code).Select(o => o.Id).SingleAsync());
        var director = await app.AsAsync(Roles.Director, office);

        var page = await director.OpenAsync(Url);
        Assert.Contains(clause is null ? "没有全员纳入的规定" : "不能按登记册全员纳入", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("nav a"), link => link.GetAttribute("href") == Url);
        var answer = await director.SendAsync(Url, await director.OpenAsync("/sign-out"), [("__key", Guid.NewGuid().ToString())], ("Register", "登记册.xlsx", File([Lawyer(1500)])));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.True(clause is null || answer.Text.Contains(clause, StringComparison.Ordinal), answer.Text);
        Assert.Empty(await MembersAsync(1500, 1500));
    }

    [Fact]
    public async Task A_form_without_a_file_is_malformed_and_a_roster_is_no_register()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync(Url)).Status);

        var roster = await RegistryPages.UploadAsync(clerk, "/registry/import", "Roster", TestRoster.File(Lawyer(1600) with { Institution = "重庆铜试丙律师事务所" }));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync(roster.Location!.Replace("import", "enrolment", StringComparison.Ordinal))).Status);
    }

    private static TestPerson Lawyer(int number) => TestRoster.Person(number) with { Institution = "重庆铜试甲律师事务所" };

    private static IEnumerable<TestPerson> Lawyers(int from, int count) => Enumerable.Range(from, count).Select(Lawyer);

    private static IEnumerable<TestPerson> Workers(int from, int count) => Enumerable.Range(from, count).Select(number => TestRoster.Person(number).AsLegalWorker());

    private static byte[] File(IEnumerable<TestPerson> people) => TestRoster.File(Heads, people);

    private static Task<WebPage> UploadAsync(Visitor officer, byte[] file) => RegistryPages.UploadAsync(officer, Url, "Register", file);

    private static async Task<WebPage> ApplyAsync(Visitor director, WebPage preview)
    {
        var form = await director.OpenAsync(preview.Location + "/apply");
        var ticked = form.Document.QuerySelectorAll("[name=Local][checked]").Select(box => ("Local", box.GetAttribute("value")!));
        var answer = await director.SendAsync(preview.Location + "/apply", form, [.. ticked]);
        Assert.True(answer.Status == HttpStatusCode.Found, $"{answer.Status} {answer.Text}");
        return await director.OpenAsync(answer.Location!);
    }

    private static IEnumerable<string> Rows(WebPage page, string section) =>
        page.Document.QuerySelectorAll($"{section} tbody tr").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private Task<List<Membership>> MembersAsync(int from, int through)
    {
        var ends = Enumerable.Range(from, through - from + 1).Select(number => TestRoster.Person(number).Licence[1..]).ToList();
        return app.InDbAsync(db => db.Memberships.Include(m => m.Standings).Include(m => m.Institution).Where(m => ends.Contains(m.LicenceNumber.Substring(1))).ToListAsync());
    }
}
