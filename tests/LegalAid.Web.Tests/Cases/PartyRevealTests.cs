using System.Net;
using LegalAid.Rules.Intake;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Cases;

/// <summary>Who may read a party's phone and number in full, for a stated purpose: the centre, and institution and handler those they help.</summary>
public sealed class PartyRevealTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Phone = "13900000022";
    private const string Identity = "11010519491231002X";

    [Fact]
    public async Task Centre_institution_and_handler_read_the_recipients_phone_and_number_and_each_look_is_journalled()
    {
        var (caseId, firm, handler) = await CaseAsync("831");
        var recipient = await PartyAsync(caseId, PartyRole.Recipient);
        var visitors = new[]
        {
            await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director), await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm),
            await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: handler),
        };

        foreach (var visitor in visitors)
        {
            var page = await visitor.OpenAsync($"/cases/{caseId}");
            Assert.DoesNotContain(Phone, page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain(Identity, page.Html, StringComparison.Ordinal);
            var url = page[$"main a[href='/cases/parties/{recipient}/reveal']"].GetAttribute("href")!;
            Assert.Contains(Phone, (await visitor.SubmitAsync(url, ("Form.Which", "Phone"), ("Form.Purpose", "约见受援人"))).Text, StringComparison.Ordinal);
            Assert.Contains(Identity, (await visitor.SubmitAsync(url, ("Form.Which", "IdentityNumber"), ("Form.Purpose", "核对身份"))).Text, StringComparison.Ordinal);
        }

        var lines = await RevealsAsync(caseId);
        Assert.Equal(visitors.Length * 2, lines.Count);
        Assert.Equal(visitors.Length, lines.Select(l => l.OfficerId).Distinct().Count());
        Assert.All(lines, l => Assert.Contains(recipient.ToString(), l.Details, StringComparison.Ordinal));
        Assert.All(lines, l => Assert.DoesNotContain(Phone, l.Details, StringComparison.Ordinal));
        Assert.Contains("陈某甲", (await (await app.AsAsync(Roles.Auditor)).OpenAsync("/journal"))["main table"].TextContent, StringComparison.Ordinal);     // whose it was
    }

    [Fact]
    public async Task The_victims_number_is_the_centres_alone_to_read()
    {
        var (caseId, firm, handler) = await CaseAsync("832");
        var victim = await PartyAsync(caseId, PartyRole.Victim);
        var url = $"/cases/parties/{victim}/reveal";

        Assert.Contains("11010519491231003", (await (await app.AsAsync(Roles.Clerk)).SubmitAsync(url, ("Form.Which", "IdentityNumber"), ("Form.Purpose", "核查利益冲突"))).Text, StringComparison.Ordinal);
        foreach (var visitor in new[] { await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm), await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: handler) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync(url)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(visitor, url)).Status);
            Assert.Null((await visitor.OpenAsync($"/cases/{caseId}")).Document.QuerySelector($"main a[href='{url}']"));
        }

        Assert.Single(await RevealsAsync(caseId));
    }

    [Fact]
    public async Task Nobody_else_reads_it_and_nothing_is_journalled()
    {
        var (caseId, _, _) = await CaseAsync("833");
        var url = $"/cases/parties/{await PartyAsync(caseId, PartyRole.Recipient)}/reveal";
        var firm = await app.LawFirmAsync("重庆不相干律师事务所", "干某甲");
        var member = await app.InDbAsync(db => db.Memberships.Where(m => m.InstitutionId == firm.Id).Select(m => m.Id).SingleAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id), url)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: member), url)).Status);
        foreach (var role in new[] { Roles.Bureau, Roles.Administrator, Roles.Auditor })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(await app.AsAsync(role), url)).Status);
        }

        Assert.Empty(await RevealsAsync(caseId));
    }

    [Theory]
    [InlineData("Phone", "", HttpStatusCode.BadRequest, "用途")]
    [InlineData("Phone", "看看吧", HttpStatusCode.BadRequest, "用途")]       // three characters
    [InlineData("", "约见受援人", HttpStatusCode.BadRequest, "查看哪一项")]
    public async Task Without_a_value_and_a_purpose_nothing_is_shown(string which, string purpose, HttpStatusCode status, string told)
    {
        var (caseId, _, _) = await CaseAsync("834" + which.Length + purpose.Length);
        var page = await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/cases/parties/{await PartyAsync(caseId, PartyRole.Recipient)}/reveal", ("Form.Which", which), ("Form.Purpose", purpose));

        Assert.Equal(status, page.Status);
        Assert.Contains(told, page[".problems"].TextContent, StringComparison.Ordinal);
        Assert.Empty(await RevealsAsync(caseId));
    }

    [Fact]
    public async Task What_was_never_entered_is_said_so()
    {
        var (caseId, _, _) = await CaseAsync("835");
        var page = await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/cases/parties/{await PartyAsync(caseId, PartyRole.Victim)}/reveal", ("Form.Which", "Phone"), ("Form.Purpose", "核查利益冲突"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("没有登记这一项", page.Text, StringComparison.Ordinal);
    }

    // A notice all the way to its handler; the recipient with phone and number, the victim with a number.
    private async Task<(Guid CaseId, Guid Firm, Guid Handler)> CaseAsync(string number)
    {
        if (!await app.InDbAsync(db => db.Institutions.AnyAsync(i => i.Name == "重庆原文律师事务所")))
        {
            await app.LawFirmAsync("重庆原文律师事务所", "文某甲");
        }

        var caseId = await app.RegisteredAsync(number, "2026-6-17 9:00");
        await app.InDbAsync(async db =>
        {
            var recipient = await db.CaseParties.AsNoTracking().SingleAsync(p => p.CaseId == caseId);
            await db.CaseParties.Where(p => p.Id == recipient.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Phone, app.Cipher.Seal(Phone)).SetProperty(p => p.IdentityNumber, app.Cipher.Seal(Identity)));
            db.Add(new CaseParty { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, CaseId = caseId, Role = PartyRole.Victim, Order = 2, Name = "害某", IsOrganisation = false, IdentityNumber = app.Cipher.Seal("11010519491231003") });
            return await db.SaveChangesAsync();
        });
        var why = await app.ProposedAsync(caseId);
        await app.DecideAsync(why);
        await app.NameAsync(why);
        var assignment = await app.AssignmentAsync(caseId);
        return (caseId, assignment.InstitutionId, assignment.Handlers[0].MembershipId);
    }

    private Task<Guid> PartyAsync(Guid caseId, PartyRole role) => app.InDbAsync(db => db.CaseParties.Where(p => p.CaseId == caseId && p.Role == role).Select(p => p.Id).SingleAsync());

    private Task<List<JournalLine>> RevealsAsync(Guid caseId) =>
        app.InDbAsync(db => db.Journal.AsNoTracking().Where(l => l.SubjectId == caseId && l.Act == Act.PersonalDataRevealed).ToListAsync());

    private static async Task<WebPage> PostAsync(Visitor visitor, string url) =>
        await visitor.PostAsync(url, [await visitor.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), ("Form.Which", "Phone"), ("Form.Purpose", "约见受援人")]);
}
