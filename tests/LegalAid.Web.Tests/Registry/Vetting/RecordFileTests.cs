using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Parts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Vetting;

/// <summary>The licensing department's sheet of penalties, sanctions and complaints found true.</summary>
public sealed class RecordFileTests(QijiangApp app) : IClassFixture<QijiangApp>
{
    private static readonly string[] Heads = ["姓名", "执业证号", "身份证号", "记录类别", "生效日期", "内容", "来源"];

    [Fact]
    [Clause("QJ-2.4b", "QJ-2.4c")]
    public async Task Rows_are_new_known_or_refused_and_vetting_finds_what_was_taken()
    {
        var (clerk, round) = (await app.AsAsync(Roles.Clerk), await app.RoundAsync());
        var firm = await app.InstitutionAsync("重庆录一律师事务所", InstitutionKind.LawFirm);
        var applicant = await app.ApplicationAsync(round, firm, "录某甲");
        var member = await app.MemberAsync("录某乙", firm);
        string[] good = ["录某甲", applicant.LicenceNumber!, "", "行政处罚", "2025-3-1", "警告", "某司罚〔2025〕7号"];
        var file = File(
            good,
            good,
            ["录某乙", member.LicenceNumber, "", "投诉", "2026-1-5", "服务态度", "律协〔2026〕3号"],
            ["录某丙", "15001199999999999", "", "行政处罚", "2025-3-1", "警告", "某司罚〔2025〕8号"],
            ["另一人", member.LicenceNumber, "", "行政处罚", "2025-3-1", "警告", "某司罚〔2025〕9号"],
            ["录某乙", "", "", "行政处罚", "2025-3-1", "警告", "某司罚〔2025〕10号"],
            ["录某乙", member.LicenceNumber, "", "罚款", "2027-1-1", "", "某司罚〔2025〕11号"]);

        var preview = await RegistryPages.UploadAsync(clerk, "/registry/records", "Sheet", file);
        Assert.Contains("新增 2，已登记 1，有问题 4", preview.Text, StringComparison.Ordinal);
        foreach (var reason in new[] { "都没有这个人", "姓名与这个执业证号的人不一致", "认不出是谁", "晚于今天", "内容为空", "记录类别应为" })
        {
            Assert.Contains(reason, preview["#faults"].TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(0, await app.InDbAsync(db => db.OfficialRecords.CountAsync()));       // a preview writes nothing
        Assert.Equal(HttpStatusCode.Found, (await clerk.SendAsync(preview.Location!, preview, [])).Status);

        Assert.Equal(2, await app.InDbAsync(db => db.OfficialRecords.CountAsync()));
        Assert.Equal(1, await app.InDbAsync(db => db.Journal.CountAsync(l => l.Act == Act.OfficialRecordsImported)));
        Assert.Contains("近3年有行政处罚", (await clerk.OpenAsync($"/registry/applications/{applicant.Id}/vetting")).Text, StringComparison.Ordinal);
        Assert.Contains("录某乙", (await clerk.OpenAsync("/registry/records")).Text, StringComparison.Ordinal);
        var again = await RegistryPages.UploadAsync(clerk, "/registry/records", "Sheet", file);
        Assert.Contains("新增 0，已登记 3", again.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.PostAsync(again.Location!, [await clerk.TokenAsync(), ("__key", Guid.CreateVersion7().ToString())])).Status);
    }

    [Fact]
    [Clause("QJ-2.4b")]
    public async Task By_the_identity_number_somebody_is_found_under_another_name_and_two_peoples_numbers_are_told()
    {
        var (clerk, round) = (await app.AsAsync(Roles.Clerk), await app.RoundAsync());
        var firm = await app.InstitutionAsync("重庆录二律师事务所", InstitutionKind.LawFirm);
        var number = TestRoster.Identity(new(1979, 3, 4));
        var applicant = await app.ApplicationAsync(round, firm, "录某丁", identity: number);
        var other = await app.MemberAsync("录某戊", firm);

        var preview = await RegistryPages.UploadAsync(clerk, "/registry/records", "Sheet", File(
            ["录曾用", "", number, "行业惩戒", "2025-6-1", "训诫", "律协惩〔2025〕1号"],
            ["录某戊", other.LicenceNumber, number, "行业惩戒", "2025-6-1", "训诫", "律协惩〔2025〕2号"]));

        Assert.Contains("新增 1，已登记 0，有问题 1", preview.Text, StringComparison.Ordinal);
        Assert.Contains("不是同一个人的", preview["#faults"].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(number, preview.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SendAsync(preview.Location!, preview, [])).Status);
        Assert.True(await app.InDbAsync(db => db.OfficialRecords.AnyAsync(r => r.IdentityIndex == applicant.IdentityIndex)));
    }

    [Fact]
    public async Task A_voided_record_does_not_come_back_by_the_sheet_and_a_strange_file_is_refused()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var member = await app.MemberAsync("录某己", await app.InstitutionAsync("重庆录三律师事务所", InstitutionKind.LawFirm));
        var file = File(["录某己", member.LicenceNumber, "", "处罚", "2025-3-1", "警告", "某司罚〔2025〕12号"]);
        var preview = await RegistryPages.UploadAsync(clerk, "/registry/records", "Sheet", file);
        await clerk.SendAsync(preview.Location!, preview, []);
        await app.InDbAsync(db => db.OfficialRecords.Where(r => r.RecordSource == "某司罚〔2025〕12号").ExecuteUpdateAsync(set => set.SetProperty(r => r.VoidedAtUtc, DateTime.UnixEpoch).SetProperty(r => r.VoidReason, "同名他人")));

        Assert.Contains("作为登记有误撤销", (await RegistryPages.UploadAsync(clerk, "/registry/records", "Sheet", file)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.UploadAsync("/registry/records", "Sheet", "a.xlsx", "no workbook"u8.ToArray())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Roles.Bureau)).OpenAsync("/registry/records")).Status);
    }

    private static byte[] File(params string[][] rows) =>
        new RawWorkbook().With("xl/worksheets/sheet1.xml", TestRoster.Sheet(Heads, rows)).With("xl/styles.xml", "<styleSheet/>").ToFile();
}
