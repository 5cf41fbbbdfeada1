using System.Net;
using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Workbooks;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry;

/// <summary>A roster from upload to the people it brings. Each test brings people of its own numbers.</summary>
public sealed class RosterImportTests(TestApp app) : IClassFixture<TestApp>
{
    private const string ImportUrl = "/registry/import";

    [Fact]
    public async Task A_roster_is_previewed_imported_and_doubles_nothing_when_imported_again()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var file = TestRoster.File(
            TestRoster.Person(1) with { Name = "试　零 一", Phone = "１３９００００００１１", Institution = "  重庆试零律师事务所 ", FirstLicensedOn = "#42186", BornOn = "1970.1.2", Intents = "刑事辩护，民事代理" },
            TestRoster.Person(2) with { Institution = "重庆试零律师事务所", FirstLicensedOn = "2015年7月2日", BornOn = "#25571" },
            TestRoster.Person(3).AsLegalWorker() with { Institution = "试零法律服务所", Remark = "=HYPERLINK(\"http://example.invalid\",\"点我\")" });

        var preview = await UploadAsync(clerk, file);
        Assert.Contains("3 人待确认机构 0 人将新增 0 人有变动 0 人与在库一致 0 行有问题", preview.Text, StringComparison.Ordinal);
        Assert.Contains("将新增的人（3 人）", preview.Text, StringComparison.Ordinal);
        Assert.Contains("单元格是公式，已忽略，按空白处理", preview.Text, StringComparison.Ordinal);
        Assert.Contains("第 8 行“合计：3人”", preview.Text, StringComparison.Ordinal);
        Assert.Empty(await NamesAsync("试零一"));

        var imported = await ConfirmAsync(clerk, preview);
        Assert.Contains("已导入：新增 3 人，更新 0 人", imported.Text, StringComparison.Ordinal);
        Assert.Contains("0 人将新增 0 人有变动 3 人与在库一致", imported.Text, StringComparison.Ordinal);

        var again = await UploadAsync(clerk, file);
        var refused = await clerk.SubmitAsync(again.Location!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("没有需要导入的人：3 人与在库一致", refused.Text, StringComparison.Ordinal);

        var person = Assert.Single(await NamesAsync("试零一"));
        var member = await app.InDbAsync(db => db.Memberships.SingleAsync(m => m.PersonId == person.Id));
        Assert.Equal("13900000011", app.Cipher.Open(member.Phone));
        Assert.Equal(TestRoster.Person(1).Identity, app.Cipher.Open(person.IdentityNumber));
        Assert.Equal((new DateOnly(2015, 7, 1), ServiceIntents.CriminalDefence | ServiceIntents.CivilRepresentation), (member.FirstLicensedOn, member.Intents));
    }

    [Fact]
    public async Task A_changed_row_changes_the_person_and_is_journalled_by_field()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        await ConfirmAsync(clerk, await UploadAsync(clerk, TestRoster.File(TestRoster.Person(11), TestRoster.Person(12))));

        var preview = await UploadAsync(clerk, TestRoster.File(TestRoster.Person(11) with { Phone = "13800001111", Intents = "民事代理", Address = "" }, TestRoster.Person(12)));
        Assert.Contains("0 人将新增 1 人有变动 1 人与在库一致", preview.Text, StringComparison.Ordinal);
        Assert.Contains("服务意向：刑事辩护、民事代理 → 民事代理", preview.Text, StringComparison.Ordinal);
        Assert.Contains("联系电话：139******11 → 138******11", preview.Text, StringComparison.Ordinal);
        await ConfirmAsync(clerk, preview);

        var member = await MemberAsync(TestRoster.Person(11));
        Assert.Equal(ServiceIntents.CivilRepresentation, member.Intents);
        Assert.NotNull(member.Address);         // an empty cell erases nothing
        var uploadId = Guid.Parse(preview.Location!.Split('/')[^1]);
        Assert.True(await app.InDbAsync(db => db.Journal.AnyAsync(l => l.Act == Act.RosterImported && l.SubjectId == uploadId)));
        var line = await app.InDbAsync(db => db.Journal.SingleAsync(l => l.Act == Act.MemberChanged && l.SubjectId == member.Id));
        Assert.Equal($"{{\"upload\":\"{uploadId}\",\"fields\":[\"服务意向\",\"联系电话\"]}}", line.Details);
        Assert.Contains("按名册变更", (await clerk.OpenAsync($"/registry/people/{member.Id}"))["#timeline"].TextContent, StringComparison.Ordinal);
        var unchanged = await MemberAsync(TestRoster.Person(12));
        Assert.DoesNotContain("按名册变更", (await clerk.OpenAsync($"/registry/people/{unchanged.Id}"))["#timeline"].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("LAW-25", "BB-2.3")]
    public async Task Every_fault_is_told_with_row_cell_and_reason_and_the_good_rows_are_imported()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var same = TestRoster.Person(29);
        var preview = await UploadAsync(clerk, TestRoster.File(
            TestRoster.Person(20),
            TestRoster.Person(21) with { Licence = "" },
            TestRoster.Person(22) with { Identity = WrongCheckDigit(TestRoster.Person(22).Identity) },
            TestRoster.Person(23) with { BornOn = "1988-02-30" },
            TestRoster.Person(24) with { Phone = "1380013800" },
            TestRoster.Person(25).AsLegalWorker() with { Intents = "刑事辩护、民事代理" },
            TestRoster.Person(26) with { FirstLicensedOn = "2027年1月1日" },
            TestRoster.Person(27) with { Institution = "外地试验律师事务所" },
            TestRoster.Person(28) with { Identity = "#500109197001290000", Gender = "不详", Intents = "刑事辩护、算命" },
            same,
            same with { Remark = "再报一次" },
            TestRoster.Person(30) with { Licence = same.Licence }));

        Assert.Equal(
            [
                "5 J5 执业证号 （空） 执业证号为空",
                "6 E6 身份证号 500*************" + WrongCheckDigit(TestRoster.Person(22).Identity)[^2..] + " 身份证号校验位不符，请核对是否输错",
                "7 D7 出生日期 1988-02-30 没有这一天：1988年2月30日",
                "8 L8 联系电话 138*****00 手机号应为11位，现为10位",
                "9 N9 服务意向 刑事辩护、民事代理 基层法律服务工作者不能办理刑事辩护，刑事辩护只能由律师担任 条款 LAW-25",
                "10 K10 首次执业日期 2027年1月1日 首次执业日期2027-01-01晚于今天，尚未执业 条款 BB-2.3",
                "12 C12 性别 不详 性别应为男或女",
                "12 E12 身份证号 500*************00 单元格是数字格式，表格软件只保留前 15 位，后几位已丢失；请把这一列设为文本后重填",
                "12 N12 服务意向 刑事辩护、算命 服务意向里的“算命”不认识，应为刑事辩护、民事代理、行政代理、劳动仲裁",
                "14 E14 身份证号 " + same.Identity[..3] + "***********" + same.Identity[14..] + " 与第 13 行是同一人（身份证号相同），只采用第 13 行",
                "15 J15 执业证号 " + same.Licence + " 执业证号与第 13 行相同，请核对",
            ],
            preview.Document.QuerySelectorAll("#faults tbody tr").Select(Folded));

        var list = WorkbookReader.Read(await clerk.DownloadAsync(preview.Location + "?handler=Faults")).Value!.Sheets[0];
        Assert.Equal(12, list.Rows.Count);
        Assert.Equal("名册 5 J5 执业证号 执业证号为空", string.Join(' ', list.Rows[1].Cells.Select(cell => cell.Text).Where(text => text.Length > 0)));

        var imported = await ConfirmAsync(clerk, preview, "重庆试一律师事务所");
        Assert.Contains("已导入：新增 2 人，更新 0 人，未变 0 人；10 行有问题，没有导入。", imported.Text, StringComparison.Ordinal);
        Assert.Contains("按上面的勾选导入", imported.Text, StringComparison.Ordinal);     // the firm can still be confirmed
        Assert.Empty(await app.InDbAsync(db => db.Institutions.Where(i => i.Name == "外地试验律师事务所").ToListAsync()));
    }

    [Fact]
    [Clause("BB-2.3")]
    public async Task The_clerk_settles_which_new_institutions_are_of_the_district()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var preview = await UploadAsync(clerk, TestRoster.File(
            TestRoster.Person(41) with { Institution = "重庆试四律师事务所" },
            TestRoster.Person(42) with { Institution = "北京试五律师事务所" }));
        Assert.Equal(["北京试五律师事务所 律师事务所，1 人 名称以“北京”开头", "重庆试四律师事务所 律师事务所，1 人"], preview.Document.QuerySelectorAll("#institutions li").Select(Folded));
        Assert.Empty(preview.Document.QuerySelectorAll("[name=Local][checked]"));      // the clerk's word, never the program's
        var unconfirmed = await clerk.SendAsync(preview.Location!, preview, []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unconfirmed.Status);
        Assert.Contains("“重庆试四律师事务所”未确认为本区机构", unconfirmed.Text, StringComparison.Ordinal);
        Assert.Contains("“北京试五律师事务所”名称以“北京”开头，未确认为本区机构", unconfirmed.Text, StringComparison.Ordinal);

        var answer = await clerk.SendAsync(preview.Location!, preview, [("Local", "北京试五律师事务所")]);

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        var names = await app.InDbAsync(db => db.Institutions.Where(i => i.Name.Contains("试四") || i.Name.Contains("试五")).Select(i => i.Name + i.District).ToListAsync());
        Assert.Equal(["北京试五律师事务所重庆市北碚区"], names);
        Assert.Equal("重庆市北碚区", (await app.InDbAsync(db => db.Memberships.Include(m => m.Institution).SingleAsync(m => m.LicenceNumber == TestRoster.Person(42).Licence))).Institution.District);
    }

    [Fact]
    [Clause("BB-11.1")]
    public async Task New_institutions_join_the_queues_in_an_order_anybody_can_draw_again()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        await ConfirmAsync(clerk, await UploadAsync(clerk, TestRoster.File(
            TestRoster.Person(51) with { Institution = "重庆试六律师事务所" },
            TestRoster.Person(52) with { Institution = "重庆试七律师事务所" },
            TestRoster.Person(53).AsLegalWorker() with { Institution = "试八法律服务所" })));

        var queues = await app.InDbAsync(db => db.RotationQueues.Include(q => q.Places).ToListAsync());
        var names = await app.InDbAsync(db => db.Institutions.ToDictionaryAsync(i => i.Id, i => i.Name));
        Assert.Equal([QueueKind.Criminal, QueueKind.Other], queues.Select(q => q.Kind).Order());
        foreach (var queue in queues)
        {
            var places = queue.Places.OrderBy(place => place.DrawnOrder).ToList();
            Assert.Equal(Enumerable.Range(1, places.Count), places.Select(place => place.DrawnOrder));
            Assert.All(places, place => Assert.Equal((0, queue.Turn), (place.BalanceMillionths, place.WaitingSinceTurn)));
            var together = places.Select(place => names[place.InstitutionId!.Value]).Where(name => name.Contains("试六") || name.Contains("试七") || name.Contains("试八")).ToList();
            var draw = await app.InDbAsync(db => db.LotteryDraws.SingleAsync(d => d.QueueId == queue.Id && d.Entries.Contains(together[0])));
            Assert.Equal(Lottery.Draw(draw.Seed, together).Lines.Select(line => line.Id), together);
            Assert.Equal(queue.Kind == QueueKind.Other, together.Contains("试八法律服务所"));
        }
    }

    [Fact]
    public async Task Two_clerks_importing_the_same_people_at_once_bring_them_once()
    {
        var people = Enumerable.Range(100, 40).Select(TestRoster.Person).Select(person => person with { Institution = "重庆试九律师事务所" }).ToList();
        var first = await app.AsAsync(Roles.Clerk, app.OfficeId, name: "clerk-1");
        var second = await app.AsAsync(Roles.Clerk, app.OfficeId, name: "clerk-2");
        var previews = (await UploadAsync(first, TestRoster.File(people)), await UploadAsync(second, TestRoster.File(people)));

        var answers = await Task.WhenAll(
            first.SendAsync(previews.Item1.Location!, previews.Item1, [("Local", "重庆试九律师事务所")]),
            second.SendAsync(previews.Item2.Location!, previews.Item2, [("Local", "重庆试九律师事务所")]));

        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.Found);
        Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { HttpStatusCode.Found, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity }));
        Assert.Equal(40, await app.InDbAsync(db => db.Memberships.CountAsync(m => m.Institution.Name == "重庆试九律师事务所")));
    }

    private static Task<WebPage> UploadAsync(Visitor clerk, byte[] file) => RegistryPages.UploadAsync(clerk, ImportUrl, "Roster", file);

    private static Task<WebPage> ConfirmAsync(Visitor clerk, WebPage preview, params string[] local) => RegistryPages.ConfirmAsync(clerk, preview, local);

    private Task<List<LegalAid.Store.Registry.Person>> NamesAsync(string name) => app.InDbAsync(db => db.Persons.Where(p => p.Name == name).ToListAsync());

    private Task<LegalAid.Store.Registry.Membership> MemberAsync(TestPerson person) => app.InDbAsync(db => db.Memberships.SingleAsync(m => m.LicenceNumber == person.Licence));

    private static string WrongCheckDigit(string identity) => identity[..17] + (identity[17] == '0' ? '1' : '0');

    private static string Folded(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
