using System.IO.Compression;
using System.Net;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>The lawyer has to reach the recipient: the notice tells how, and who looked is known.</summary>
public sealed class NoticeContactTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Phone = "13900000011";
    private const string Masked = "139****0011";

    [Fact]
    [Clause("BB-6.3")]
    public async Task The_notice_names_stage_authority_letter_and_contact_and_hides_the_phone_until_a_purpose_is_given()
    {
        var (caseId, why, firm) = await NamedAsync("821");
        var administrator = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm);

        var shown = await administrator.OpenAsync($"{why}/notice");
        Assert.Contains("本案阶段：一审。办案机关：重庆市北碚区人民法院，公函：（2026）渝0109刑初821号，联系人：立案庭。", shown.Text, StringComparison.Ordinal);
        Assert.Contains($"受援人联系电话：陈某甲，{Masked}；陈某丁（未登记）。", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, shown.Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.BadRequest, (await administrator.SendAsync($"{why}/notice", shown, [("Form.Purpose", "")])).Status);
        Assert.Empty(await JournalAsync(caseId, Act.PersonalDataRevealed));
        var whole = await administrator.SendAsync($"{why}/notice", shown, [("Form.Purpose", "约见受援人")]);

        Assert.Contains($"陈某甲，{Phone}；", whole.Text, StringComparison.Ordinal);
        var line = Assert.Single(await JournalAsync(caseId, Act.PersonalDataRevealed));
        Assert.Equal("约见受援人", line.Reason);
        Assert.DoesNotContain(Phone, (await administrator.OpenAsync($"{why}/notice")).Html, StringComparison.Ordinal);      // once
    }

    [Fact]
    public async Task The_word_file_holds_the_whole_phone_and_taking_it_away_is_journalled()
    {
        var (caseId, why, firm) = await NamedAsync("822");
        var administrator = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm);

        var (status, text) = await WordAsync(administrator, why);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(Phone, text, StringComparison.Ordinal);
        var line = Assert.Single(await JournalAsync(caseId, Act.NoticeDownloaded));
        Assert.Contains("碚援指字", line.Details, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, line.Details, StringComparison.Ordinal);
        Assert.Contains("下载指派通知书", (await (await app.AsAsync(Roles.Auditor)).OpenAsync("/journal")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bureau_reads_and_takes_the_notice_with_the_phone_masked_and_another_firm_none_of_it()
    {
        var (caseId, why, _) = await NamedAsync("823");
        var bureau = await app.AsAsync(Roles.Bureau);
        var other = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: (await app.LawFirmAsync("重庆旁人律师事务所")).Id);

        var page = await bureau.OpenAsync($"{why}/notice");
        Assert.Contains(Masked, page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("[name='Form.Purpose']"));
        Assert.Equal(HttpStatusCode.NotFound, (await bureau.PostAsync($"{why}/notice?handler=Reveal", [await bureau.TokenAsync(), ("Form.Purpose", "监督检查")])).Status);
        var (_, text) = await WordAsync(bureau, why);
        Assert.Contains(Masked, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, text, StringComparison.Ordinal);
        Assert.Single(await JournalAsync(caseId, Act.NoticeDownloaded));

        Assert.Equal(HttpStatusCode.NotFound, (await WordAsync(other, why)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"{why}/notice?handler=Reveal", [await other.TokenAsync(), ("Form.Purpose", "约见受援人")])).Status);
        Assert.Empty(await JournalAsync(caseId, Act.PersonalDataRevealed));
    }

    private async Task<(Guid CaseId, string Why, Guid Firm)> NamedAsync(string number)
    {
        if (!await app.InDbAsync(db => db.Institutions.AnyAsync(i => i.Name == "重庆联络律师事务所")))
        {
            await app.LawFirmAsync("重庆联络律师事务所", "络某甲");
        }

        var fields = TestData.Letter($"（2026）渝0109刑初{number}号", "2026-6-17 9:00");
        var registered = await (await app.AsAsync(Roles.Clerk)).SubmitAsync("/intake/letters/new", [.. fields, ("Form.RecipientPhone", Phone), ("Form.Contact", "立案庭")]);
        var caseId = NoticePath.IdOf(registered.Location!);
        await app.InDbAsync(db =>
        {
            db.Add(new Store.Intake.CaseParty { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, CaseId = caseId, Role = Rules.Intake.PartyRole.Recipient, Order = 2, Name = "陈某丁", IsOrganisation = false });
            return db.SaveChangesAsync();
        });
        var why = await app.ProposedAsync(caseId);
        await app.DecideAsync(why);
        await app.NameAsync(why);
        return (caseId, why, await app.InDbAsync(db => db.Assignments.Where(a => a.CaseId == caseId).Select(a => a.InstitutionId).SingleAsync()));
    }

    private Task<List<JournalLine>> JournalAsync(Guid caseId, Act act) =>
        app.InDbAsync(db => db.Journal.AsNoTracking().Where(l => l.SubjectId == caseId && l.Act == act).ToListAsync());

    private static async Task<(HttpStatusCode Status, string Text)> WordAsync(Visitor visitor, string why)
    {
        var (field, value) = await visitor.TokenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{why}/notice?handler=Word", UriKind.Relative)) { Content = new FormUrlEncodedContent([KeyValuePair.Create(field, value)]) };
        using var response = await visitor.RawAsync(request);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return (response.StatusCode, "");
        }

        using var archive = new ZipArchive(await response.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
        return (response.StatusCode, await reader.ReadToEndAsync());
    }
}
