using System.Net;
using System.Text;
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
        var member = await app.PersonAsync("公赵", firm, m => m.Specialities = ["公示婚姻"]);
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
    [InlineData(AbsenceKind.Leave, true)]            // stays on the list, but cannot be chosen now
    [Clause("WZ-8.2", "WZ-29.2b")]
    public async Task Who_is_suspended_is_off_the_list_at_once_and_back_afterwards(AbsenceKind kind, bool stays)
    {
        app.Clock.Set(2026, 6, 17);
        var mark = $"公示{kind}";
        var member = await app.PersonAsync("公孙", await app.InstitutionAsync($"浙江{kind}律师事务所", InstitutionKind.LawFirm), m => m.Specialities = [mark]);
        var clerk = await app.AsAsync(Roles.Clerk);

        await clerk.SubmitAsync($"/registry/people/{member.Id}/absences/new", ("Form.Kind", kind.ToString()), ("Form.FirstDay", "2026-6-17"), ("Form.LastDay", "2026-6-17"), ("Form.Reason", "试"));

        var today = await app.Anybody().OpenAsync($"/public/WZ/people?speciality={mark}");
        Assert.Equal((stays, stays), (today.Text.Contains("公孙", StringComparison.Ordinal), today.Document.QuerySelector("main tbody")?.TextContent.Contains("暂不接案", StringComparison.Ordinal) == true));
        Assert.DoesNotContain("公孙", (await app.Anybody().OpenAsync($"/public/WZ/people?speciality={mark}&available=now")).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 18);
        Assert.Contains("公孙", (await app.Anybody().OpenAsync($"/public/WZ/people?speciality={mark}&available=now")).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 17);
    }

    [Fact]
    [Clause("WZ-8.2")]
    public async Task Somebody_is_found_by_a_part_of_the_name_or_speciality_and_stands_in_no_address()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("浙江公示四律师事务所", InstitutionKind.LawFirm);
        await app.PersonAsync("查周吴", firm, m => m.Specialities = ["公示海事"]);
        await app.PersonAsync("查郑王", firm, m => m.Specialities = ["公示劳动"], score: null);
        await app.MemberAsync("查无证", firm, m => (m.LicenceNumber, m.Kind, m.ListConsentOn) = ("", PractitionerKind.CentreStaff, new(2026, 1, 1)));

        var named = await app.Anybody().SubmitAsync("/public/WZ/people", ("q", "周吴"));
        var skilled = await app.Anybody().SubmitAsync("/public/WZ/people", ("q", "示劳"));

        Assert.Equal((HttpStatusCode.OK, true, false), (named.Status, named.Text.Contains("查周吴", StringComparison.Ordinal), named.Text.Contains("查郑王", StringComparison.Ordinal)));
        Assert.StartsWith("查郑王 暂不接案", Row(skilled), StringComparison.Ordinal);        // no exam yet: listed, but nobody to choose
        Assert.DoesNotContain(" 年 ", Row(await app.Anybody().SubmitAsync("/public/WZ/people", ("q", "查无证"))), StringComparison.Ordinal);       // no licence, no years
        Assert.Contains("没有符合条件的人员", (await app.Anybody().SubmitAsync("/public/WZ/people?available=now", ("q", "查郑王"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("WZ-8.1", "WZ-8.3", "WZ-29.2b")]
    public async Task A_years_list_is_kept_whole_and_given_out_with_what_each_agrees_to_today_without_who_was_removed()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("浙江公示三律师事务所", InstitutionKind.LawFirm);
        var member = await app.MemberAsync("公李", firm, m => (m.Specialities, m.ListConsentOn) = (["=公示公式"], new(2026, 1, 1)));
        var removed = await app.MemberAsync("公清", firm, m => m.ListConsentOn = new(2026, 1, 1));
        var director = await app.AsAsync(Roles.Director);
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync("/disclosure/list")).Status);
        Assert.Contains("今天已经公布过", (await director.SubmitAsync("/disclosure/list")).Text, StringComparison.Ordinal);
        var kept = await app.InDbAsync(db => db.ListPublications.SingleAsync());
        Assert.Contains("\"公李\",\"女\",\"41 岁\",\"10 年\",\"'=公示公式\"", await CsvAsync(kept.Id), StringComparison.Ordinal);

        await app.InDbAsync(db => db.Memberships.Where(m => m.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.ListConsentOn, (DateOnly?)null)));
        await app.InDbAsync(async db =>
        {
            var index = await db.Persons.Where(p => p.Id == removed.PersonId).Select(p => p.IdentityIndex).SingleAsync();
            db.Add(new PoolRemoval { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = removed.Id, IdentityIndex = index, Ground = RemovalGround.GraveHarm, Reason = "试", DecidedOn = app.Clock.Today, ProposedById = Guid.CreateVersion7(), DecidedById = Guid.CreateVersion7(), DecidedAtUtc = app.Clock.UtcNow });
            return await db.SaveChangesAsync();
        });

        var csv = await CsvAsync(kept.Id);
        Assert.Contains("\"公李\",\"\",\"\",\"\",\"'=公示公式\"", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("公清", csv, StringComparison.Ordinal);
        Assert.Contains("清退的 1 人不再列出；1 人现在没有同意公开全部内容", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("公清", Cells(await app.Anybody().DownloadAsync($"/public/WZ/lists/{kept.Id}")), StringComparison.Ordinal);
        Assert.All(["公清", "公李 女 41 岁"], whole => Assert.Contains(whole, Cells(director.DownloadAsync($"/disclosure/lists/{kept.Id}").Result), StringComparison.Ordinal));
    }

    [Fact]
    [Clause("WZ-8.3")]
    public async Task What_people_say_is_sealed_taken_once_and_answered_by_a_phone_whose_opening_is_journalled()
    {
        app.Clock.Set(2026, 6, 17);
        var (visitor, clerk) = (app.Anybody(), await app.AsAsync(Roles.Clerk));
        var form = (await visitor.OpenAsync("/public/WZ/feedback")).Document.QuerySelector("main form")!;
        (string, string)[] said = [.. form.QuerySelectorAll("input[type=hidden]").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!)), ("Form.Said", "公某已调离"), ("Form.Phone", "13900000009")];

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), ((await visitor.PostAsync("/public/WZ/feedback", said)).Status, (await visitor.PostAsync("/public/WZ/feedback", said)).Status));

        var feedback = await app.InDbAsync(db => db.ListFeedback.SingleAsync());        // sent twice, one
        Assert.Equal((-1, -1), (feedback.Said.Bytes.AsSpan().IndexOf("公某"u8), feedback.Phone!.Bytes.AsSpan().IndexOf("13900000009"u8)));
        Assert.Contains("公某已调离", (await clerk.OpenAsync("/disclosure/list")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("公某已调离", (await (await app.AsAsync(Roles.Bureau)).OpenAsync("/disclosure/list")).Text, StringComparison.Ordinal);
        var revealed = await clerk.SubmitAsync($"/disclosure/feedback/{feedback.Id}/reveal", ("Form.Which", "Phone"), ("Form.Purpose", "答复对名单的意见"));
        Assert.Contains("13900000009", revealed.Text, StringComparison.Ordinal);
        Assert.Equal("答复对名单的意见", await app.InDbAsync(db => db.Journal.Where(l => l.Act == Act.PersonalDataRevealed).Select(l => l.Reason).SingleAsync()));
        await clerk.SubmitAsync("/disclosure/list", ("Form.Answer", "已更新"));
        Assert.Contains("已更新", (await clerk.OpenAsync("/disclosure/list")).Text, StringComparison.Ordinal);
    }

    private async Task<string> CsvAsync(Guid id) => Encoding.UTF8.GetString(await app.Anybody().DownloadAsync($"/public/WZ/lists/{id}?as=csv"));

    private static string Cells(byte[] workbook) => string.Join(' ', WorkbookReader.Read(workbook).Value!.Sheets.Single().Rows.SelectMany(row => row.Cells).Select(cell => cell.Text));

    private static string Row(WebPage page) => string.Join(' ', page.Document.QuerySelectorAll("main tbody tr").Single().Children.Select(cell => cell.TextContent.Trim()));
}

/// <summary>An address that says too much of a list is asked to wait; how often is the deployment's.</summary>
public sealed class FeedbackLimitTests(FeedbackLimitTests.FewWordsApp app) : IClassFixture<FeedbackLimitTests.FewWordsApp>
{
    [Fact]
    public async Task The_third_in_an_hour_is_told_to_wait()
    {
        var visitor = app.Anybody();
        foreach (var status in new[] { HttpStatusCode.Found, HttpStatusCode.Found, HttpStatusCode.TooManyRequests })
        {
            Assert.Equal(status, (await visitor.SubmitAsync("/public/WZ/feedback", ("Form.Said", "试"))).Status);
        }
    }

    public sealed class FewWordsApp : TestApp
    {
        protected override string OfficeCode => "WZ";

        protected override int FeedbackPerHour => 2;
    }
}
