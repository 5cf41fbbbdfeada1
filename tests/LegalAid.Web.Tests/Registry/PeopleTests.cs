using System.Net;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry;

/// <summary>People found, looked at and called away.</summary>
public sealed class PeopleTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task People_are_found_by_name_institution_kind_intent_and_today_and_sorted()
    {
        var firm = await app.LawFirmAsync("重庆试列律师事务所");
        var office = await app.InstitutionAsync("试列法律服务所", InstitutionKind.LegalServiceOffice);
        var first = await app.MemberAsync("试列安", firm, m => m.FirstLicensedOn = new(2010, 6, 18));
        await app.MemberAsync("试列白", firm, m => { m.Intents = ServiceIntents.CivilRepresentation; m.FirstLicensedOn = new(2020, 1, 1); });
        await app.MemberAsync("试列陈", office, m => m.Intents = ServiceIntents.LabourArbitration | ServiceIntents.CivilRepresentation);
        await app.InDbAsync(async db =>
        {
            db.Add(Away(first, AbsenceKind.Leave, new(2026, 6, 17), new(2026, 6, 17)));
            db.Add(new PriorMatter { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, CaseNumber = "2024-试-1", Kind = CaseKind.Civil, Stage = CaseStage.FirstInstance, Recipient = "试某", Opponent = "试公司", InstitutionId = firm.Id, MembershipId = first.Id, AssignedOn = new(2024, 1, 1) });
            return await db.SaveChangesAsync();
        });
        var clerk = await app.AsAsync(Roles.Clerk);

        Assert.Equal(["试列安 律师 重庆试列律师事务所 15 年 请假 1 件", "试列白 律师 重庆试列律师事务所 6 年 可指派 0 件", "试列陈 基层法律服务工作者 试列法律服务所 10 年 可指派 0 件"], await ListAsync(clerk, "q=试列"));
        Assert.Equal(["试列陈", "试列白", "试列安"], await NamesAsync(clerk, "q=试列&sort=-name"));
        Assert.Equal(["试列安", "试列陈", "试列白"], await NamesAsync(clerk, "q=试列&sort=-years"));
        Assert.Equal("试列安", (await NamesAsync(clerk, "q=试列&sort=-load"))[0]);
        Assert.Equal(["试列陈"], await NamesAsync(clerk, "q=试列&kind=LegalWorker"));
        Assert.Equal(["试列安", "试列白"], await NamesAsync(clerk, $"institution={firm.Id}"));
        Assert.Equal(["试列安"], await NamesAsync(clerk, "q=试列&today=Leave"));
        Assert.Equal(["试列白", "试列陈"], await NamesAsync(clerk, "q=试列&today=Available"));
        Assert.Equal(["试列安"], await NamesAsync(clerk, "q=试列&intent=CriminalDefence"));
        Assert.Equal(["试列安", "试列陈"], await NamesAsync(clerk, "q=试列&intent=LabourArbitration"));
        Assert.Empty(await NamesAsync(clerk, "q=没有这个人"));
    }

    [Fact]
    public async Task A_list_has_fifty_people_a_page()
    {
        var firm = await app.LawFirmAsync("重庆试页律师事务所", [.. Enumerable.Range(1, 52).Select(n => $"试页{n:00}")]);
        var clerk = await app.AsAsync(Roles.Clerk);

        Assert.Equal((50, 2, 2), ((await NamesAsync(clerk, $"institution={firm.Id}")).Count, (await NamesAsync(clerk, $"institution={firm.Id}&p=2")).Count, (await NamesAsync(clerk, $"institution={firm.Id}&p=2&sort=load")).Count));
        Assert.Contains("共 52 人", (await clerk.OpenAsync($"/registry/people?institution={firm.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_shows_personal_values_masked_and_opens_one_for_a_stated_purpose()
    {
        var person = await MemberAsync("试揭");
        var url = $"/registry/people/{person.Id}/reveal";
        var clerk = await app.AsAsync(Roles.Clerk);
        Assert.Contains("139****0000", (await clerk.OpenAsync($"/registry/people/{person.Id}")).Text, StringComparison.Ordinal);

        var revealed = await clerk.SubmitAsync(url, ("Form.Which", "Phone"), ("Form.Purpose", "通知试验案件指派"));

        Assert.Equal(HttpStatusCode.OK, revealed.Status);
        Assert.Contains("13900000000", revealed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13900000000", (await clerk.OpenAsync(url)).Text, StringComparison.Ordinal);
        var line = await app.InDbAsync(db => db.Journal.SingleAsync(l => l.SubjectId == person.Id && l.Act == Act.PersonalDataRevealed));
        Assert.Equal(("通知试验案件指派", "{\"which\":\"phone\"}"), (line.Reason, line.Details));
        Assert.Contains("查看个人信息原文", (await clerk.OpenAsync($"/registry/people/{person.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_is_not_opened_without_a_purpose_for_a_reader_or_when_there_is_none()
    {
        var person = await MemberAsync("试揭二");
        var url = $"/registry/people/{person.Id}/reveal";
        var clerk = await app.AsAsync(Roles.Clerk);

        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync(url, ("Form.Which", "Phone"), ("Form.Purpose", ""))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync(url, ("Form.Which", "Password"), ("Form.Purpose", "看一看再说"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(url, ("Form.Which", "Address"), ("Form.Purpose", "寄送试验文书"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Roles.Bureau)).OpenAsync(url)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync($"/registry/people/{Guid.NewGuid()}/reveal")).Status);
        Assert.Empty(await app.InDbAsync(db => db.Journal.Where(l => l.SubjectId == person.Id).ToListAsync()));
    }

    [Fact]
    public async Task An_absence_is_recorded_shown_and_ended()
    {
        var person = await MemberAsync("试假");
        var clerk = await app.AsAsync(Roles.Clerk);

        var recorded = await clerk.SubmitAsync($"/registry/people/{person.Id}/absences/new", Absence("Leave", "2026年6月10日", ""));
        Assert.Equal($"/registry/people/{person.Id}", recorded.Location);
        var page = await clerk.OpenAsync(recorded.Location!);
        Assert.Contains("今天请假", page.Text, StringComparison.Ordinal);
        Assert.Contains("登记请假或暂停", page["#timeline"].TextContent, StringComparison.Ordinal);

        var end = page["#absences a"].GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync(end, ("Form.LastDay", "后天"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(end, ("Form.LastDay", "2026-6-9"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Roles.Bureau)).OpenAsync(end)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync($"/registry/people/{person.Id}/absences/{Guid.NewGuid()}/end")).Status);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(end, ("Form.LastDay", "2026-6-16"))).Status);
        Assert.Contains("今天可指派", (await clerk.OpenAsync(recorded.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(
            [(Act.AbsenceRecorded, "试验事由"), (Act.AbsenceEnded, null)],
            await app.InDbAsync(async db => (await db.Journal.Where(l => l.SubjectId == person.Id).OrderBy(l => l.Id).ToListAsync()).Select(l => (l.Act, l.Reason))));
    }

    [Fact]
    public async Task An_absence_is_refused_when_it_makes_no_sense()
    {
        var person = await MemberAsync("试假二");
        var url = $"/registry/people/{person.Id}/absences/new";
        var clerk = await app.AsAsync(Roles.Clerk);
        await clerk.SubmitAsync(url, Absence("Leave", "2026-7-1", "2026-7-10"));

        var overlapping = await clerk.SubmitAsync(url, Absence("Leave", "2026-7-10", "2026-7-12"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, overlapping.Status);
        Assert.Contains("与已登记的请假（2026年7月1日 至 2026年7月10日）重叠", overlapping.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(url, Absence("Suspension", "2026-7-12", "2026-7-11"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync(url, Absence("", "2026-7-12", "2026-7-13"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync(url, Absence("Leave", "明天", ""))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Roles.Bureau)).OpenAsync(url)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync($"/registry/people/{Guid.NewGuid()}/absences/new")).Status);
        Assert.Equal(1, await app.InDbAsync(db => db.Absences.CountAsync(a => a.MembershipId == person.Id)));
    }

    [Fact]
    public async Task Two_clerks_recording_the_same_leave_at_once_record_it_once()
    {
        var person = await MemberAsync("试假三");
        var url = $"/registry/people/{person.Id}/absences/new";
        var clerk = await app.AsAsync(Roles.Clerk);
        var director = await app.AsAsync(Roles.Director);
        var pages = (await clerk.OpenAsync(url), await director.OpenAsync(url));

        var answers = await Task.WhenAll(
            clerk.SendAsync(url, pages.Item1, Absence("Leave", "2026-8-1", "2026-8-5")),
            director.SendAsync(url, pages.Item2, Absence("Leave", "2026-8-3", "2026-8-9")));

        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.UnprocessableEntity], answers.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task Another_offices_people_are_not_there()
    {
        var person = await MemberAsync("试隔");
        var institution = person.InstitutionId;
        var other = await app.InDbAsync(async db =>
        {
            var office = new Office { Id = Guid.CreateVersion7(), Code = "ZY", BookCode = "BB", Name = "试远市法律援助中心", BureauName = "试远市司法局", District = "试远市", DocumentPrefix = "远", Address = "试远路", Phone = "0" };
            db.Add(office);
            await db.SaveChangesAsync();
            return office.Id;
        });
        var theirs = await app.AsAsync(Roles.Clerk, other);

        Assert.All(
            [$"people/{person.Id}", $"people/{person.Id}/reveal", $"people/{person.Id}/absences/new", $"institutions/{institution}"],
            url => Assert.Equal(HttpStatusCode.NotFound, theirs.OpenAsync("/registry/" + url).Result.Status));
        Assert.DoesNotContain("试隔", (await theirs.OpenAsync("/registry/people")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_institution_shows_its_people_places_and_load()
    {
        var firm = await app.LawFirmAsync("重庆试机律师事务所", "试机甲", "试机乙");
        var bureau = await app.AsAsync(Roles.Bureau);

        Assert.Contains("重庆试机律师事务所 律师事务所 重庆市北碚区 2 人 2 个 执业", (await bureau.SubmitAsync("/registry/institutions", ("q", "试机"))).Text, StringComparison.Ordinal);
        var page = await bureau.OpenAsync($"/registry/institutions/{firm.Id}");
        Assert.Equal(["试机乙", "试机甲"], page.Document.QuerySelectorAll("#people tbody th").Select(cell => cell.TextContent.Trim()).Order(StringComparer.Ordinal));
        Assert.Equal(2, page.Document.QuerySelectorAll("#places tbody tr").Length);
        Assert.Equal(HttpStatusCode.NotFound, (await bureau.OpenAsync($"/registry/institutions/{Guid.NewGuid()}")).Status);
    }

    private async Task<Membership> MemberAsync(string name) => await app.MemberAsync(name, await app.LawFirmAsync($"重庆{name}律师事务所"));

    private Absence Away(Membership member, AbsenceKind kind, DateOnly first, DateOnly? last) =>
        new() { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member.Id, Kind = kind, FirstDay = first, LastDay = last, Reason = "试验事由" };

    private static (string, string)[] Absence(string kind, string first, string last) =>
        [("Form.Kind", kind), ("Form.FirstDay", first), ("Form.LastDay", last), ("Form.Reason", "试验事由")];

    private static async Task<List<string>> NamesAsync(Visitor visitor, string query) => (await ListAsync(visitor, query)).ConvertAll(row => row.Split(' ')[0]);

    // Licence number and intents are left out: the one is counted up, the other is tested by its filter.
    private static async Task<List<string>> ListAsync(Visitor visitor, string query) =>
    [
        .. (await SearchAsync(visitor, query)).Document.QuerySelectorAll("#rows tbody tr")
            .Select(row => string.Join(' ', row.Children.Where((_, place) => place is not (3 or 5)).Select(cell => cell.TextContent.Trim()))),
    ];

    // What stands in an address is opened; what is searched for is posted.
    private static Task<WebPage> SearchAsync(Visitor visitor, string query)
    {
        const string search = "q=";
        var (searched, filters) = query.Split('&') is var parts && parts[0].StartsWith(search, StringComparison.Ordinal)
            ? (parts[0][search.Length..], string.Join('&', parts[1..]))
            : ("", query);
        var url = "/registry/people?" + filters;
        return searched.Length > 0 ? visitor.SubmitAsync(url, ("q", searched)) : visitor.OpenAsync(url);
    }
}
