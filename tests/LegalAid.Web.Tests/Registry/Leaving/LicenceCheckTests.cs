using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using LegalAid.Web.Tests.Parts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Leaving;

/// <summary>The pool against the licensing department's list: previewed, told row by row, recorded.</summary>
public sealed class LicenceCheckTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    private static readonly byte[] Pdf = "%PDF-1.7 退出申请书"u8.ToArray();

    [Fact]
    [Clause("WZ-27.1", "WZ-28.4")]
    public async Task Who_lost_the_licence_is_found_with_the_report_made_before_and_who_is_absent_by_name()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("浙江核一律师事务所", InstitutionKind.LawFirm);
        var (silent, told, late) = (await app.MemberAsync("核赵", firm), await app.MemberAsync("核钱", firm), await app.MemberAsync("核孙", firm));
        var (earlier, fine) = (await app.MemberAsync("核李", firm), await app.MemberAsync("核周", firm));
        await app.MemberAsync("核吴", firm);
        await ReportAsync(told, "2026-6-10");
        await ReportAsync(late, "2026-6-1");        // ten days ended on the 11th
        await ReportAsync(earlier, "2026-6-10");
        await app.InDbAsync(db => db.Memberships.Where(m => m.Id == earlier.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.JoinedOn, new DateOnly(2026, 6, 18))));      // reported in a membership that ended
        app.Clock.Set(2026, 6, 18);
        var clerk = await app.AsAsync(Roles.Clerk);
        string[][] rows = [Row("核赵", silent, "注销"), Row("核钱", told, "已注销"), Row("核孙", late, "吊销"), Row("核李", earlier, "注销"), Row("核周", fine, "正常（已年检）"), ["别处某", "13303199999999999", "称职"]];

        var preview = await RegistryPages.UploadAsync(clerk, "/registry/licences", "List", File(rows));

        Assert.Contains("核吴", preview["#absent"].TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await app.InDbAsync(db => db.LicenceChecks.CountAsync()));       // a preview writes nothing
        Assert.Equal("/registry/licences", (await clerk.SendAsync(preview.Location!, preview, [])).Location);
        var found = (await app.InDbAsync(db => db.LicenceFindings.AsNoTracking().Where(f => f.State != null).ToListAsync())).ToDictionary(f => f.MembershipId, f => (f.ReportedAtUtc is not null, f.ReportedLate));
        Assert.Equal([(false, false), (true, false), (true, true), (false, false)], new[] { silent, told, late, earlier }.Select(m => found[m.Id]));
        Assert.False(found.ContainsKey(fine.Id));
        var page = await clerk.OpenAsync("/registry/licences");
        Assert.Contains("已报告，超过期限", page["#findings"].TextContent, StringComparison.Ordinal);
        Assert.Contains("核吴", page["#absent"].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("核周", page["main"].TextContent, StringComparison.Ordinal);
        Assert.Contains("执业状态核查结果为“注销”", (await clerk.OpenAsync($"/registry/people/{silent.Id}/removal")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("执业状态核查结果", (await clerk.OpenAsync($"/registry/people/{told.Id}/removal")).Html, StringComparison.Ordinal);
        Assert.True((await clerk.OpenAsync($"/registry/people/{silent.Id}/absences/new?kind=LicenceEnded"))["[value=LicenceEnded]"].HasAttribute("checked"));
        Assert.Equal(1, await app.InDbAsync(db => db.Journal.CountAsync(l => l.Act == Act.LicencesChecked)));
        Assert.Contains("已经核查过", (await clerk.PostAsync(preview.Location!, [await clerk.TokenAsync(), ("__key", Guid.CreateVersion7().ToString())])).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 17);
    }

    [Fact]
    [Clause("WZ-27.1")]
    public async Task A_row_that_cannot_be_used_is_told_with_field_row_and_reason()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("浙江核二律师事务所", InstitutionKind.LawFirm);
        var (one, two, three, four) = (await app.MemberAsync("行赵", firm), await app.MemberAsync("行钱", firm), await app.MemberAsync("行孙", firm), await app.MemberAsync("行李", firm));
        await app.MemberAsync("行周", firm);
        var clerk = await app.AsAsync(Roles.Clerk);

        var preview = await RegistryPages.UploadAsync(clerk, "/registry/licences", "List", File(
            Row("行赵", one, "待定"), ["他名", two.LicenceNumber, "注销"], ["无号", "", "正常"], Row("行孙", three, "正常"), Row("行孙", three, "注销"), Row("行李", four, "正常"), Row("行李", four, "正常"), ["空某", "13303188888888888", ""]));

        var faults = preview["#faults"].TextContent;
        Assert.All(
            ["执业状态应为正常、注销之一", "姓名与库中这个执业证号的人不一致", "执业证号为空", "执业状态不一致，都没有采用", "只采用第 7 行", "执业状态为空"],
            reason => Assert.Contains(reason, faults, StringComparison.Ordinal));
        Assert.DoesNotContain("执业状态不正常的在库人员", preview.Text, StringComparison.Ordinal);
        Assert.All(new[] { "行赵", "行钱", "行孙", "行李" }, name => Assert.DoesNotContain(name, preview["#absent"].TextContent, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await clerk.OpenAsync($"{preview.Location}?handler=Faults")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.UploadAsync("/registry/licences", "List", "a.xlsx", "no workbook"u8.ToArray())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync($"/registry/licences/{Guid.NewGuid()}")).Status);
    }

    private async Task ReportAsync(Membership member, string lostOn) => Assert.Equal(
        HttpStatusCode.Found,
        (await (await app.AsAsync(Roles.Clerk)).UploadAsync($"/registry/people/{member.Id}/exit", "Form.Letter", "申请.pdf", Pdf, ("Form.Ground", "ConditionLost"), ("Form.LostOn", lostOn), ("Form.Reason", "注销执业证"))).Status);

    private static string[] Row(string name, Membership member, string state) => [name, member.LicenceNumber, state];

    private static byte[] File(params string[][] rows) =>
        new RawWorkbook().With("xl/worksheets/sheet1.xml", TestRoster.Sheet(["姓名", "执业证号", "执业状态"], rows)).With("xl/styles.xml", "<styleSheet/>").ToFile();
}
