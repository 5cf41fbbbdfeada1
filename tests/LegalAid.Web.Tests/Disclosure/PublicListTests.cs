using System.Net;
using System.Text;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Workbooks;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Disclosure;

/// <summary>The published list, read by somebody without an account.</summary>
public sealed class PublicListTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    [Clause("WZ-8.1", "WZ-8.2")]
    public async Task The_list_shows_the_books_fields_fewer_without_consent_and_nothing_else()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("浙江公示一律师事务所", InstitutionKind.LawFirm);
        var member = await app.MemberAsync("公赵", firm, m => m.Specialities = ["公示婚姻"]);
        await app.MemberAsync("公外", firm, m =>
        {
            m.Specialities = ["公示婚姻"];
            m.NotForCases();
        });
        var own = await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: member.Id);

        var before = await app.Anybody().OpenAsync("/public/WZ/people?speciality=公示婚姻");
        await own.SubmitAsync("/registry/mine", ("Consents", "true"));
        var after = await app.Anybody().OpenAsync("/public/WZ/people?speciality=公示婚姻");

        Assert.Equal("公赵 本人没有同意公开 公示婚姻", Row(before));
        Assert.Equal("公赵 女 41 岁 10 年 公示婚姻", Row(after));
        Assert.DoesNotContain("公外", after.Text, StringComparison.Ordinal);       // not in the case pool
        Assert.DoesNotContain("1985", after.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(member.LicenceNumber, after.Html, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的人员", (await app.Anybody().OpenAsync("/public/WZ/people?speciality=公示婚姻&kind=LegalWorker")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Anybody().OpenAsync("/public/ZZ/people")).Status);
    }

    [Theory]
    [InlineData(AbsenceKind.Suspension, false)]
    [InlineData(AbsenceKind.PracticeStopped, false)]
    [InlineData(AbsenceKind.Leave, true)]
    [Clause("WZ-29.2b")]
    public async Task Who_is_suspended_is_off_the_list_at_once_and_back_afterwards(AbsenceKind kind, bool stays)
    {
        app.Clock.Set(2026, 6, 17);
        var mark = $"公示{kind}";
        var member = await app.MemberAsync("公孙", await app.InstitutionAsync($"浙江{kind}律师事务所", InstitutionKind.LawFirm), m => m.Specialities = [mark]);
        var clerk = await app.AsAsync(Roles.Clerk);

        await clerk.SubmitAsync($"/registry/people/{member.Id}/absences/new", ("Form.Kind", kind.ToString()), ("Form.FirstDay", "2026-6-17"), ("Form.LastDay", "2026-6-17"), ("Form.Reason", "试"));

        Assert.Equal(stays, (await app.Anybody().OpenAsync($"/public/WZ/people?speciality={mark}")).Text.Contains("公孙", StringComparison.Ordinal));
        app.Clock.Set(2026, 6, 18);
        Assert.Contains("公孙", (await app.Anybody().OpenAsync($"/public/WZ/people?speciality={mark}")).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 17);
    }

    [Fact]
    [Clause("WZ-8.3")]
    public async Task A_years_list_is_kept_as_it_was_and_what_people_say_of_it_is_answered()
    {
        app.Clock.Set(2026, 6, 17);
        var member = await app.MemberAsync("公李", await app.InstitutionAsync("浙江公示三律师事务所", InstitutionKind.LawFirm), m => m.Specialities = ["=公示公式"]);
        var director = await app.AsAsync(Roles.Director);
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync("/disclosure/list")).Status);
        Assert.Contains("今天已经公布过", (await director.SubmitAsync("/disclosure/list")).Text, StringComparison.Ordinal);
        await app.InDbAsync(db => db.Memberships.Where(m => m.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.LeftOn, app.Clock.Today)));
        var kept = await app.InDbAsync(db => db.ListPublications.SingleAsync());

        var workbook = await app.Anybody().DownloadAsync($"/public/WZ/lists/{kept.Id}");
        var csv = Encoding.UTF8.GetString(await app.Anybody().DownloadAsync($"/public/WZ/lists/{kept.Id}?as=csv"));
        Assert.Contains("公李", string.Join(' ', WorkbookReader.Read(workbook).Value!.Sheets.Single().Rows.SelectMany(row => row.Cells).Select(cell => cell.Text)), StringComparison.Ordinal);
        Assert.Contains("\"公李\",\"\",\"\",\"\",\"'=公示公式\"", csv, StringComparison.Ordinal);

        var said = await app.Anybody().SubmitAsync("/public/WZ/people", ("Form.Said", "公李已调离"), ("Form.Phone", "13900000009"));
        Assert.Equal(HttpStatusCode.Found, said.Status);
        await director.SubmitAsync("/disclosure/list", ("Form.Answer", "已更新"));
        Assert.Contains("已更新", (await director.OpenAsync("/disclosure/list")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("公李已调离", (await app.Anybody().OpenAsync("/public/WZ/people")).Text, StringComparison.Ordinal);
    }

    private static string Row(WebPage page) => string.Join(' ', page.Document.QuerySelectorAll("main tbody tr").Single().Children.Select(cell => cell.TextContent.Trim()));
}
