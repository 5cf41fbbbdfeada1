using System.Net;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Workbooks;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Parts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry;

/// <summary>What may be uploaded, by whom, and what becomes of it.</summary>
public sealed class UploadTests(TestApp app) : IClassFixture<TestApp>
{
    private const string ImportUrl = "/registry/import";

    public static TheoryData<string, string> BadFiles => new()
    {
        { "empty", "文件是空的" },
        { "text", "这不是 Excel 工作簿" },
        { "bomb", "压缩炸弹" },
        { "rows", "工作表“名册”超过 20,000 行" },
        { "column", "第 3 行的表头缺少“执业证号”一列" },
        { "columns", "第 3 行的表头缺少“身份证号”、“执业证号”等列" },
        { "twice", "表头里“姓名”出现了两次" },
        { "sheet", "没有找到名单的表头：文件里有工作表“填表说明”" },
        { "nobody", "表头下面没有人员" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_file_that_is_no_roster_is_refused_with_the_reason_and_not_kept(string what, string reason)
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var before = await app.InDbAsync(db => db.RegistryUploads.CountAsync());

        var answer = await clerk.UploadAsync(ImportUrl, "Roster", "名册.xlsx", File(what));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(reason, answer.Text, StringComparison.Ordinal);
        Assert.Equal(before, await app.InDbAsync(db => db.RegistryUploads.CountAsync()));
    }

    [Fact]
    public async Task Columns_may_stand_in_any_order_under_other_names_and_notes()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var file = TestRoster.File(["备注", "手机号码", .. TestRoster.Heads.Where(head => head is not ("备注" or "联系电话" or "学历"))], [TestRoster.Person(301)]);

        var preview = await RegistryPages.UploadAsync(clerk, ImportUrl, "Roster", file);

        Assert.Contains("将新增的人（1 人）", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_a_file_is_malformed()
    {
        var clerk = await app.AsAsync(Roles.Clerk);

        var answer = await clerk.SubmitAsync(ImportUrl);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("请选择要上传的 .xlsx 文件", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bureau_reads_but_does_not_import_and_firms_see_nothing_of_the_registry()
    {
        var bureau = await app.AsAsync(Roles.Bureau);
        var firm = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: (await app.LawFirmAsync("重庆试上律师事务所")).Id);

        Assert.Equal(HttpStatusCode.Forbidden, (await bureau.OpenAsync(ImportUrl)).Status);
        Assert.Equal(HttpStatusCode.OK, (await bureau.OpenAsync("/registry/people")).Status);
        Assert.All(
            [ImportUrl, "/registry/people", "/registry/institutions", $"/registry/people/{Guid.NewGuid()}", $"/registry/import/{Guid.NewGuid()}"],
            url => Assert.Equal(HttpStatusCode.Forbidden, firm.OpenAsync(url).Result.Status));
    }

    [Fact]
    public async Task Another_offices_upload_is_not_there()
    {
        var other = await OtherOfficeAsync();
        var theirs = await app.AsAsync(Roles.Clerk, other);
        var preview = await RegistryPages.UploadAsync(await app.AsAsync(Roles.Director), ImportUrl, "Roster", TestRoster.File(TestRoster.Person(311)));

        Assert.Equal(HttpStatusCode.NotFound, (await theirs.OpenAsync(preview.Location!)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.OpenAsync(preview.Location + "?handler=Faults")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.SendAsync(preview.Location!, await theirs.OpenAsync("/sign-out"), [("__key", Guid.NewGuid().ToString())])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(Roles.Clerk)).OpenAsync($"{ImportUrl}/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(Roles.Clerk)).OpenAsync(preview.Location!.Replace("import/", "import/history/", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task An_upload_lies_sealed_for_a_day_and_gives_way_to_a_newer_one()
    {
        var clerk = await app.AsAsync(Roles.Clerk, app.OfficeId, name: "keeper");
        var first = await RegistryPages.UploadAsync(clerk, ImportUrl, "Roster", TestRoster.File(TestRoster.Person(321)));
        var content = (await UploadAsync(first)).Content!.Bytes;
        Assert.DoesNotContain("PK\u0003\u0004", System.Text.Encoding.Latin1.GetString(content), StringComparison.Ordinal);

        var second = await RegistryPages.UploadAsync(clerk, ImportUrl, "Roster", TestRoster.File(TestRoster.Person(322)));
        Assert.Null((await UploadAsync(first)).Content);
        Assert.Contains("请重新上传", (await clerk.OpenAsync(first.Location!)).Text, StringComparison.Ordinal);

        app.Clock.Set(2026, 6, 18, 10, 1);
        var nextDay = await app.AsAsync(Roles.Clerk, app.OfficeId, name: "next-day");
        Assert.Contains("只保留一天", (await nextDay.OpenAsync(second.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await nextDay.SendAsync(second.Location!, await nextDay.OpenAsync("/sign-out"), [("__key", Guid.NewGuid().ToString())])).Status);
        await RegistryPages.UploadAsync(nextDay, ImportUrl, "Roster", TestRoster.File(TestRoster.Person(323)));
        Assert.Null((await UploadAsync(second)).Content);
        app.Clock.Set(2026, 6, 17);
    }

    private Task<RegistryUpload> UploadAsync(WebPage preview) =>
        app.InDbAsync(db => db.RegistryUploads.AsNoTracking().SingleAsync(u => u.Id == Guid.Parse(preview.Location!.Split('/', StringSplitOptions.None)[3])));

    private Task<Guid> OtherOfficeAsync() => app.InDbAsync(async db =>
    {
        var office = new Office { Id = Guid.CreateVersion7(), Code = "ZZ", BookCode = "BB", Name = "试验市法律援助中心", BureauName = "试验市司法局", District = "试验市", DocumentPrefix = "试", Address = "试验路", Phone = "0" };
        db.Add(office);
        await db.SaveChangesAsync();
        return office.Id;
    });

    private static byte[] File(string what) => what switch
    {
        "empty" => [],
        "text" => "姓名,身份证号\n甲,乙"u8.ToArray(),
        "bomb" => RawWorkbook.WithRows(new string(' ', 30_000_000)).ToFile(),
        "rows" => WorkbookWriter.Write(new SheetToWrite("名册", TestRoster.Heads, Enumerable.Range(0, 50_000).Select(n => new object?[] { n, $"试{n}" }))),
        "column" => TestRoster.File([.. TestRoster.Heads.Where(head => head != "执业证号")], [TestRoster.Person(1)]),
        "columns" => TestRoster.File([.. TestRoster.Heads.Where(head => head is not ("执业证号" or "身份证号"))], [TestRoster.Person(1)]),
        "twice" => TestRoster.File([.. TestRoster.Heads, "姓名"], [TestRoster.Person(1)]),
        "sheet" => WorkbookWriter.Write(new SheetToWrite("填表说明", ["一、请如实填写"], [["二、日期按年月日填写"]])),
        "nobody" => TestRoster.File(),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No such file."),
    };
}
