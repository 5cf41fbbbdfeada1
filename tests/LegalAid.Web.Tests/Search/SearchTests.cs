using System.Net;
using LegalAid.Store.Database;
using LegalAid.Store.Intake;
using LegalAid.Store.Registry;
using LegalAid.Store.Search;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace LegalAid.Web.Tests.Search;

/// <summary>Finding by characters, pinyin, initials and numbers, in the lists and in the one box; what was searched for stands in no address.</summary>
public sealed class SearchTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("试单")]
    [InlineData("单明")]
    [InlineData("shidanming")]
    [InlineData("sdm")]
    [InlineData("danm")]
    public async Task A_person_is_found_in_the_list_and_in_the_one_box(string typed)
    {
        await PersonAsync("试单明");
        await PersonAsync("试双明");
        var clerk = await app.AsAsync(Roles.Clerk);

        var list = await clerk.SubmitAsync("/registry/people", ("q", typed));
        var all = await clerk.SubmitAsync("/search", ("q", typed));

        Assert.Equal(["试单明"], list.Document.QuerySelectorAll("#rows tbody th").Select(cell => cell.TextContent.Trim()).Distinct(StringComparer.Ordinal));
        Assert.Equal(["试单明"], all.Document.QuerySelectorAll("#people li a").Select(link => link.TextContent.Trim()).Distinct(StringComparer.Ordinal));
        Assert.Equal(typed, list["#filters input[name=q]"].GetAttribute("value"));
    }

    [Fact]
    public async Task A_person_is_found_by_a_part_of_the_licence_number()
    {
        var member = await PersonAsync("试证");
        var clerk = await app.AsAsync(Roles.Clerk);

        Assert.Equal(["试证"], (await clerk.SubmitAsync("/registry/people", ("q", member.LicenceNumber))).Document.QuerySelectorAll("#rows tbody th").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("试证", (await clerk.SubmitAsync("/search", ("q", member.LicenceNumber[^6..]))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_found_by_its_number_its_cause_and_the_names_of_its_parties()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var taken = await clerk.SubmitAsync("/intake/applications/new", TestData.Application("2026-6-16 9:00", "仇某寻"));
        var number = await app.InDbAsync(db => db.Cases.Where(c => c.Parties.Any(p => p.Name == "仇某寻")).Select(c => c.Number).SingleAsync());

        foreach (var typed in (string[])["仇某寻", "qiumouxun", "qmx", "追索劳动报酬 仇某", number, number.Replace("-", "", StringComparison.Ordinal), "jianzhulaowu qmx"])
        {
            Assert.Contains(taken.Location!, (await clerk.SubmitAsync("/cases", ("q", typed))).Html, StringComparison.Ordinal);
            Assert.Contains(taken.Location!, (await clerk.SubmitAsync("/search", ("q", typed))).Html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(taken.Location!, (await clerk.SubmitAsync("/cases", ("q", "qiumouxue"))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_is_found_by_its_number_and_by_those_who_keep_the_register_only()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        await clerk.SubmitAsync("/intake/letters/new", TestData.Letter("（2026）渝0109刑初771号", "2026-6-17 9:00"));

        Assert.Contains("刑初771号", (await clerk.SubmitAsync("/search", ("q", "刑初771"))).Text, StringComparison.Ordinal);
        Assert.Contains("刑初771号", (await clerk.SubmitAsync("/intake/letters", ("q", "刑初771"))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("刑初771号", (await (await app.AsAsync(Roles.Bureau)).SubmitAsync("/search", ("q", "刑初771"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_searched_for_stands_in_no_address_and_no_address_searches()
    {
        var firm = await app.LawFirmAsync("重庆试址律师事务所", [.. Enumerable.Range(1, 51).Select(n => $"试址{n:00}")]);
        var clerk = await app.AsAsync(Roles.Clerk);

        var found = await clerk.SubmitAsync("/registry/people", ("q", "试址"), ("institution", firm.Id.ToString()));
        Assert.Equal(HttpStatusCode.OK, found.Status);
        Assert.DoesNotContain(found.Document.QuerySelectorAll("[href],[action],[formaction],[hx-post]"), element =>
            element.Attributes.Any(attribute => attribute.Name is "href" or "action" or "formaction" or "hx-post" && Uri.UnescapeDataString(attribute.Value).Contains("试址", StringComparison.Ordinal)));

        var next = found["button[formaction*='p=2']"];
        Assert.Equal(("filters", $"/registry/people?institution={firm.Id}&p=2"), (next.GetAttribute("form"), next.GetAttribute("formaction")));
        var second = await clerk.SendAsync("/", found, [("q", "试址")], file: null, action: next.GetAttribute("formaction")!);
        Assert.Equal(["试址51"], second.Document.QuerySelectorAll("#rows tbody th").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("第 2 / 2 页", second.Text, StringComparison.Ordinal);

        Assert.Contains("共 51 人", (await clerk.OpenAsync($"/registry/people?institution={firm.Id}&q=没有这个人")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_without_a_search_lead_to_the_address_that_keeps_them()
    {
        var clerk = await app.AsAsync(Roles.Clerk);

        var answer = await clerk.SubmitAsync("/registry/people?sort=-years", ("kind", "Lawyer"), ("q", " "));

        Assert.Equal((HttpStatusCode.Found, "/registry/people?sort=-years&kind=Lawyer"), (answer.Status, answer.Location));
        Assert.Equal((HttpStatusCode.Found, "/cases"), (await clerk.SubmitAsync("/cases") is var cases ? cases.Status : default, cases.Location));
    }

    [Fact]
    public async Task The_search_box_is_on_every_page_of_whoever_has_something_to_find()
    {
        Assert.NotNull((await (await app.AsAsync(Roles.Clerk)).OpenAsync("/")).Document.QuerySelector("header form[action='/search'] input[name=q]"));
        Assert.Null((await (await app.AsAsync(Roles.Auditor)).OpenAsync("/")).Document.QuerySelector("header form[action='/search']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Roles.Administrator)).OpenAsync("/search")).Status);
    }

    [Fact]
    public async Task An_institution_finds_its_own_cases_and_no_people()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var firm = await app.LawFirmAsync("重庆试所律师事务所", "试所甲");
        await clerk.SubmitAsync("/intake/applications/new", TestData.Application("2026-6-16 9:00", "试所受援"));
        var administrator = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id);

        Assert.Contains("试所受援", (await clerk.SubmitAsync("/search", ("q", "试所"))).Text, StringComparison.Ordinal);
        Assert.Contains("没有找到", (await administrator.SubmitAsync("/search", ("q", "试所"))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.Clerk)]
    [InlineData(Roles.Bureau)]
    public async Task Another_office_finds_nothing(string role)
    {
        await PersonAsync("试隔壁");
        await (await app.AsAsync(Roles.Clerk)).SubmitAsync("/intake/applications/new", TestData.Application("2026-6-16 9:00", "试隔壁人"));
        var other = await app.InDbAsync(db => db.Offices.Where(o => o.Code == "WZ").Select(o => o.Id).SingleAsync());
        var stranger = await app.AsAsync(role, other);

        foreach (var url in (string[])["/search", "/registry/people", "/registry/institutions", "/cases"])
        {
            foreach (var typed in (string[])["试隔壁", "shigebi", "sgb", "2026"])
            {
                Assert.DoesNotContain("试隔壁", (await stranger.SubmitAsync(url, ("q", typed)))["main"].QuerySelectorAll("a, li, td, th").Aggregate("", (text, cell) => text + cell.TextContent), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_name_that_changes_and_a_party_that_joins_are_found_at_once()
    {
        var member = await PersonAsync("试旧名");
        await app.InDbAsync(async db =>
        {
            (await db.Persons.SingleAsync(p => p.Id == member.PersonId)).Name = "试新名";
            return await db.SaveChangesAsync();
        });
        await (await app.AsAsync(Roles.Clerk)).SubmitAsync("/intake/applications/new", TestData.Application("2026-6-16 9:00", "试原告"));
        var caseId = await app.InDbAsync(db => db.CaseParties.Where(p => p.Name == "试原告").Select(p => p.CaseId).SingleAsync());
        await app.InDbAsync(async db =>
        {
            db.Add(new CaseParty { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, CaseId = caseId, Role = Rules.Intake.PartyRole.Opponent, Order = 9, Name = "试后来", IsOrganisation = false });
            return await db.SaveChangesAsync();
        });

        Assert.Equal((0, 1), (await FoundAsync("试旧名"), await FoundAsync("试新名")));
        Assert.Equal([caseId, caseId], [await CaseAsync("试原告"), await CaseAsync("试后来")]);
    }

    [Fact]
    public async Task Rows_copied_in_past_the_program_are_found_after_the_next_start()
    {
        var member = await PersonAsync("试拷贝");
        await using var source = NpgsqlDataSource.Create(app.OwnerConnection);
        await using (var clear = source.CreateCommand("update persons set search_pieces = '{}'; update institutions set search_pieces = '{}'; update cases set search_pieces = '{}'"))
        {
            await clear.ExecuteNonQueryAsync();
        }

        Assert.Equal(0, await FoundAsync("试拷贝"));
        await using var db = AidDatabase.Open(source);
        await SearchFiller.FillMissingAsync(db, default);

        Assert.Equal(1, await FoundAsync("试拷贝"));
        Assert.Equal(member.InstitutionId, await app.InDbAsync(async own => (await own.Institutions.Found(Query("重庆试拷贝律师事务所")).SingleAsync()).Id));
    }

    private async Task<Membership> PersonAsync(string name) => await app.MemberAsync(name, await app.LawFirmAsync($"重庆{name}律师事务所{Guid.CreateVersion7().ToString()[^4..]}"));

    private Task<int> FoundAsync(string name) => app.InDbAsync(db => db.Persons.Found(Query(name)).CountAsync());

    private Task<Guid> CaseAsync(string name) => app.InDbAsync(db => db.Cases.Found(Query(name)).Select(c => c.Id).SingleAsync());

    private static Rules.Search.SearchQuery Query(string typed) => Rules.Search.SearchQuery.Read(typed, BuiltInReadings.Table);
}
