using System.Net;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry;

/// <summary>Persons and institutions are the deployment's: no office's import rewrites what another office has.</summary>
public sealed class SharedRecordsTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Import = "/registry/import";

    [Fact]
    [Clause("BB-2.3")]
    public async Task A_firm_another_office_has_keeps_its_district_whatever_is_ticked()
    {
        const string firm = "重庆共一律师事务所";
        await ImportAsync(await app.AsAsync(Roles.Clerk), TestRoster.Person(401) with { Institution = firm });
        var neighbour = await NeighbourAsync();

        var preview = await UploadAsync(neighbour, TestRoster.Person(402) with { Institution = firm });
        var answer = await neighbour.PostAsync(preview.Location!, [await neighbour.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), ("Local", firm)]);

        Assert.Contains("登记在重庆市北碚区", preview.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(app.District, (await InstitutionAsync(firm)).District);
    }

    [Fact]
    [Clause("BB-2.3")]
    public async Task A_firm_taken_by_mistake_is_given_back_by_the_office_it_is_registered_in()
    {
        const string firm = "重庆共二律师事务所";
        var (clerk, neighbour) = (await app.AsAsync(Roles.Clerk), await NeighbourAsync());
        await ImportAsync(neighbour, TestRoster.Person(411) with { Institution = firm });
        Assert.Contains("登记在重庆市共某区", (await UploadAsync(clerk, TestRoster.Person(412) with { Institution = firm })).Text, StringComparison.Ordinal);
        var institution = await InstitutionAsync(firm);
        var url = $"/registry/institutions/{institution.Id}/district";
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync(url)).Status);

        Assert.Equal(HttpStatusCode.Found, (await neighbour.SubmitAsync(url, ("Form.District", app.District), ("Form.Evidence", "登记证 2026-06-17"))).Status);
        await ImportAsync(clerk, TestRoster.Person(412) with { Institution = firm });

        var back = await neighbour.SubmitAsync(url, ("Form.District", "重庆市共某区"), ("Form.Evidence", "反悔"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, back.Status);
        Assert.Contains("登记在重庆市北碚区，由当地法律援助中心更正", back.Text, StringComparison.Ordinal);
        var line = Assert.Single(await LinesAsync(await NeighbourIdAsync(), Act.InstitutionMoved, institution.Id));
        Assert.Equal("登记证 2026-06-17", line.Reason);
        Assert.Contains("\"before\":\"重庆市共某区\",\"after\":\"重庆市北碚区\"", line.Details, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(url, ("Form.District", "共别区"), ("Form.Evidence", "迁出通知"))).Status);
        var told = (await LinesAsync(await NeighbourIdAsync(), Act.InstitutionMoved, institution.Id))[^1];
        Assert.Equal((null, "另一机构更正了共用的机构记录"), (told.OfficerId, told.Reason));
        Assert.Contains("\"after\":\"共别区\"", told.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_district_recorded_by_mistake_is_taken_back_until_its_office_works_with_the_firm()
    {
        const string there = "重庆市共某区";
        var (clerk, neighbour) = (await app.AsAsync(Roles.Clerk), await NeighbourAsync());
        var firm = await app.LawFirmAsync("重庆共十律师事务所", "共十甲");
        var url = $"/registry/institutions/{firm.Id}/district";
        async Task<HttpStatusCode> MoveAsync(string district) => (await clerk.SubmitAsync(url, ("Form.District", district), ("Form.Evidence", "登记证"))).Status;

        Assert.Equal(HttpStatusCode.Found, await MoveAsync(there));
        Assert.Equal(HttpStatusCode.Found, await MoveAsync(app.District));
        Assert.Equal(HttpStatusCode.Found, await MoveAsync(there));
        await ImportAsync(neighbour, TestRoster.Person(413) with { Institution = firm.Name });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await MoveAsync(app.District));
    }

    [Fact]
    public async Task A_district_is_corrected_by_the_centre_with_evidence_only()
    {
        var firm = await app.LawFirmAsync("重庆共三律师事务所", "共三甲");
        var url = $"/registry/institutions/{firm.Id}/district";
        var clerk = await app.AsAsync(Roles.Clerk);

        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync(url, ("Form.District", "共别区"), ("Form.Evidence", ""))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(url, ("Form.District", app.District), ("Form.Evidence", "登记证"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Roles.Bureau)).OpenAsync(url)).Status);
        Assert.Contains(url, (await clerk.OpenAsync($"/registry/institutions/{firm.Id}")).Html, StringComparison.Ordinal);
        Assert.Equal(app.District, (await InstitutionAsync(firm.Name)).District);
    }

    [Fact]
    public async Task A_number_known_elsewhere_under_another_name_tells_the_office_nothing()
    {
        var (clerk, neighbour) = (await app.AsAsync(Roles.Clerk), await NeighbourAsync());
        var known = TestRoster.Person(421) with { Name = "共罗强" };
        await ImportAsync(clerk, known with { Institution = "重庆共四律师事务所" });
        var theirs = known with { Name = "共罗强改", Gender = "男", Institution = "重庆共五律师事务所" };

        var preview = await UploadAsync(neighbour, theirs);
        Assert.Contains("1 人待确认机构 0 人将新增 0 人有变动 0 人与在库一致 0 行有问题", preview.Text, StringComparison.Ordinal);
        Assert.Null(preview.Document.QuerySelector("#notices"));
        await RegistryPages.ConfirmAsync(neighbour, preview);

        var member = await MemberAsync(await NeighbourIdAsync(), known);
        var record = await neighbour.OpenAsync($"/registry/people/{member.Id}");
        Assert.Equal("共罗强改", record["h1"].TextContent.Trim());
        Assert.Contains("性别男", record.Text, StringComparison.Ordinal);
        Assert.Contains("共罗强改", (await neighbour.OpenAsync("/registry/people")).Text, StringComparison.Ordinal);
        Assert.Equal(["共罗强改"], (await neighbour.SubmitAsync("/search", ("q", "共罗强"))).Document.QuerySelectorAll("#people li a").Select(link => link.TextContent.Trim()));
        Assert.Contains("1 人与在库一致 0 行有问题", (await UploadAsync(neighbour, theirs)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("共罗强改", (await clerk.OpenAsync("/registry/people?q=共罗强")).Text, StringComparison.Ordinal);
        Assert.Equal(("共罗强", "女"), await PersonAsync(member.PersonId));

        await CorrectAsync(neighbour, member, "共罗强二", "男");
        Assert.Equal(("共罗强", "女"), await PersonAsync(member.PersonId));       // its own name only
        Assert.Empty(await LinesAsync(app.OfficeId, Act.PersonCorrected, (await MemberAsync(app.OfficeId, known)).Id));
    }

    [Fact]
    public async Task A_roster_never_renames_a_person_not_even_the_offices_own()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var known = TestRoster.Person(431) with { Institution = "重庆共六律师事务所" };
        await ImportAsync(clerk, known, TestRoster.Person(432) with { Institution = "重庆共六律师事务所" });

        var preview = await UploadAsync(clerk, known with { Name = "共改名", Phone = "13800000431" }, TestRoster.Person(432) with { Institution = "重庆共六律师事务所", Gender = "男" });

        Assert.Contains($"这个身份证号在库的姓名是“{known.Name}”。名册不更改姓名", preview["#faults"].TextContent, StringComparison.Ordinal);
        Assert.Contains("在库的性别是“女”，名册不更改性别", preview["#notices"].TextContent, StringComparison.Ordinal);
        Assert.Contains("0 人有变动 1 人与在库一致 1 行有问题", preview.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SendAsync(preview.Location!, preview, [])).Status);
    }

    [Fact]
    public async Task A_correction_is_noted_by_every_office_that_has_the_person()
    {
        var (clerk, neighbour) = (await app.AsAsync(Roles.Clerk), await NeighbourAsync());
        var known = TestRoster.Person(441);
        await ImportAsync(clerk, known with { Institution = "重庆共七律师事务所" });
        await ImportAsync(neighbour, known with { Institution = "重庆共八律师事务所" });
        var (own, theirs) = (await MemberAsync(app.OfficeId, known), await MemberAsync(await NeighbourIdAsync(), known));

        await CorrectAsync(clerk, own, "共更名", "女");

        Assert.Equal("共更名", (await neighbour.OpenAsync($"/registry/people/{theirs.Id}"))["h1"].TextContent.Trim());
        var (here, there) = (Assert.Single(await LinesAsync(app.OfficeId, Act.PersonCorrected, own.Id)), Assert.Single(await LinesAsync(await NeighbourIdAsync(), Act.PersonCorrected, theirs.Id)));
        Assert.Equal("户口簿，6月17日核对", here.Reason);
        Assert.NotNull(here.OfficerId);
        Assert.Equal((null, here.Details), (there.OfficerId, there.Details));
        Assert.DoesNotContain("共更名", here.Details + there.Reason, StringComparison.Ordinal);      // a journal keeps no names
        Assert.Contains("更正姓名、性别", (await neighbour.OpenAsync($"/registry/people/{theirs.Id}"))["#timeline"].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_needs_a_change_a_name_and_evidence()
    {
        var member = await app.MemberAsync("共九甲", await app.LawFirmAsync("重庆共九律师事务所"));
        var url = $"/registry/people/{member.Id}/correction";
        var clerk = await app.AsAsync(Roles.Clerk);

        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync(url, ("Form.Name", "共九乙"), ("Form.Evidence", ""))).Status);
        Assert.Contains("没有变化", (await clerk.SubmitAsync(url, ("Form.Evidence", "证件"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(url, ("Form.Name", "共九9"), ("Form.Evidence", "证件"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Roles.Bureau)).OpenAsync(url)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync($"/registry/people/{Guid.NewGuid()}/correction")).Status);
        Assert.Equal("共九甲", (await PersonAsync(member.PersonId)).Name);
    }

    private static async Task CorrectAsync(Visitor visitor, Membership member, string name, string gender) =>
        Assert.Equal($"/registry/people/{member.Id}", (await visitor.SubmitAsync($"/registry/people/{member.Id}/correction", ("Form.Name", name), ("Form.Gender", gender), ("Form.Evidence", "户口簿，6月17日核对"))).Location);

    private static Task<WebPage> UploadAsync(Visitor clerk, params TestPerson[] people) => RegistryPages.UploadAsync(clerk, Import, "Roster", TestRoster.File(people));

    private static async Task ImportAsync(Visitor clerk, params TestPerson[] people) => await RegistryPages.ConfirmAsync(clerk, await UploadAsync(clerk, people));

    private Task<Institution> InstitutionAsync(string name) => app.InDbAsync(db => db.Institutions.AsNoTracking().SingleAsync(i => i.Name == name));

    private Task<(string Name, string Gender)> PersonAsync(Guid id) => app.InDbAsync(async db =>
    {
        var person = await db.Persons.AsNoTracking().SingleAsync(p => p.Id == id);
        return (person.Name, person.Gender);
    });

    private Task<Membership> MemberAsync(Guid officeId, TestPerson person) => app.InDbAsync(officeId, db => db.Memberships.AsNoTracking().SingleAsync(m => m.LicenceNumber == person.Licence));

    private Task<List<JournalLine>> LinesAsync(Guid officeId, Act act, Guid subjectId) =>
        app.InDbAsync(officeId, db => db.Journal.Where(l => l.Act == act && l.SubjectId == subjectId).OrderBy(l => l.AtUtc).ThenBy(l => l.OfficerId == null).ToListAsync());

    private async Task<Visitor> NeighbourAsync() => await app.AsAsync(Roles.Clerk, await NeighbourIdAsync());

    private Task<Guid> NeighbourIdAsync() => app.InDbAsync(async db =>
    {
        var office = await db.Offices.SingleOrDefaultAsync(o => o.Code == "GG");
        if (office is null)
        {
            office = new Office { Id = Guid.CreateVersion7(), Code = "GG", BookCode = "BB", Name = "共某区法律援助中心", BureauName = "共某区司法局", District = "重庆市共某区", DocumentPrefix = "共", Address = "共路1号", Phone = "0" };
            db.Add(office);
            await db.SaveChangesAsync();
        }

        return office.Id;
    });
}
