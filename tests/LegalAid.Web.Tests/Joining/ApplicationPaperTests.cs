using System.IO.Compression;
using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Joining;

/// <summary>What is handed in is told by its content, sealed, and opened only by those who need it; each look of another's is journalled.</summary>
public sealed class ApplicationPaperTests(QijiangApp app) : IClassFixture<QijiangApp>
{
    [Theory]
    [InlineData("Licence", "<script>alert(1)</script>", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Licence", "MZ program", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Photo", "%PDF-1.7\n", HttpStatusCode.UnprocessableEntity)]       // a photo is a picture
    [InlineData("Licence", "%PDF-1.7\n%%EOF", HttpStatusCode.Found)]
    [InlineData("Licence", "%PDF-1.7\n", HttpStatusCode.UnprocessableEntity)]         // breaks off
    [InlineData("Licence", "%PDF-1.7\n<< /OpenAction 3 0 R >>\n%%EOF", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Licence", "%PDF-1.7\n<< /S /JavaScript /JS (app.alert(1)) >>\n%%EOF", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Licence", "%PDF-1.7\n<< /S /J#61vaScript >>\n%%EOF", HttpStatusCode.UnprocessableEntity)]      // the same name, written otherwise
    [InlineData("Licence", "%PDF-1.7\n<< /Launch 4 0 R >>\n%%EOF", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Licence", "%PDF-1.7\n<< /Names << /EmbeddedFiles 5 0 R >> >>\n%%EOF", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Licence", "%PDF-1.7\n<< /Length 4 >> stream\n/JS \nendstream << /JSON 1 >>\n%%EOF", HttpStatusCode.Found)]      // a picture's bytes, and another name
    public async Task A_file_is_taken_by_what_it_is_whatever_its_name(string kind, string content, HttpStatusCode answer)
    {
        var (round, _) = await OpenAsync($"类型{kind}{content.GetHashCode(StringComparison.Ordinal):x}");
        var applicant = await app.ApplicantAsync("材某", "QJ");
        var url = (await applicant.SubmitAsync($"/joining/rounds/{round}")).Location!;

        var sent = await applicant.UploadAsync($"{url}/papers", "Form.File", "证件.jpg", System.Text.Encoding.UTF8.GetBytes(content), ("Form.Kind", kind));

        Assert.Equal(answer, sent.Status);
    }

    [Theory]
    [InlineData(true, HttpStatusCode.Found)]
    [InlineData(false, HttpStatusCode.UnprocessableEntity)]
    public async Task A_picture_that_breaks_off_is_not_taken(bool whole, HttpStatusCode answer)
    {
        var (round, _) = await OpenAsync($"断图{whole}");
        var applicant = await app.ApplicantAsync("材某", "QJ");
        var url = (await applicant.SubmitAsync($"/joining/rounds/{round}")).Location!;

        var png = await applicant.UploadAsync($"{url}/papers", "Form.File", "a.png", whole ? RecruitmentDesk.Png : RecruitmentDesk.Png[..^12], ("Form.Kind", "Photo"));
        var jpeg = await applicant.UploadAsync($"{url}/papers", "Form.File", "a.jpg", whole ? [0xFF, 0xD8, 0xFF, 0xE0, 0, 2, 0xFF, 0xD9] : [0xFF, 0xD8, 0xFF, 0xE0, 0, 2], ("Form.Kind", "Photo"));

        Assert.Equal((answer, answer), (png.Status, jpeg.Status));
    }

    [Fact]
    public async Task The_applicant_the_own_institution_and_the_centre_open_a_paper_and_nobody_else()
    {
        var (round, firm) = await OpenAsync("查看");
        var stranger = await app.InstitutionAsync("重庆旁人某律师事务所", InstitutionKind.LawFirm);
        var applicant = await app.ApplicantAsync("材某甲", "QJ");
        var url = await applicant.FilledAsync(round, "材某甲", ("Form.InstitutionId", firm.ToString()));
        var id = RecruitmentDesk.IdOf(url);
        var paper = await app.InDbAsync(db => db.ApplicationPapers.AsNoTracking().SingleAsync(p => p.ApplicationId == id && p.Kind == ApplicationPaperKind.IdentityCard));
        var address = $"/joining/papers/{paper.Id}";
        var (own, other, clerk) = (await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm), await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: stranger.Id), await app.AsAsync(Roles.Clerk));
        Assert.DoesNotContain("%PDF", System.Text.Encoding.Latin1.GetString(paper.Content.Bytes), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await own.OpenAsync(address)).Status);        // not handed over yet
        await applicant.HandInAsync(url);
        await own.EndorseAsync("同意推荐", url);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync(address)).Status);      // not with the centre yet
        await own.SubmitToCentreAsync(url);

        foreach (var (visitor, status) in new[] { (applicant, HttpStatusCode.OK), (own, HttpStatusCode.OK), (clerk, HttpStatusCode.OK), (other, HttpStatusCode.NotFound), (await app.ApplicantAsync("材某乙", "QJ"), HttpStatusCode.NotFound) })
        {
            Assert.Equal(status, (await visitor.OpenAsync(address)).Status);
            Assert.Equal(status, (await visitor.PostAsync(address, [await visitor.TokenAsync()])).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Roles.Bureau)).OpenAsync(address)).Status);
        Assert.Equal(2, await app.InDbAsync(db => db.Journal.CountAsync(line => line.SubjectId == id && line.Act == Act.ApplicationPaperOpened)));      // the institution's and the clerk's
    }

    [Fact]
    [Clause("QJ-F.1", "QJ-F.6", "QJ-F.8")]
    public async Task The_form_is_printed_in_two_copies_masked_on_the_screen_and_whole_in_the_file()
    {
        var (round, firm) = await OpenAsync("打印");
        var applicant = await app.ApplicantAsync("印某甲", "QJ");
        var url = await applicant.FilledAsync(round, "印某甲", ("Form.InstitutionId", firm.ToString()));
        var own = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm);
        await applicant.HandInAsync(url);
        await own.EndorseAsync("责任心强，同意推荐", url);
        await own.SubmitToCentreAsync(url);
        var clerk = await app.AsAsync(Roles.Clerk);

        var screen = await clerk.OpenAsync($"{url}/form");
        var file = await clerk.RawAsync(await WordAsync(clerk, $"{url}/form?handler=Word"));

        Assert.Equal(2, screen.Document.QuerySelectorAll("article").Length);
        Assert.Contains("责任心强，同意推荐", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13900000001", screen.Html, StringComparison.Ordinal);
        Assert.Contains("13900000001", (await applicant.OpenAsync($"{url}/form")).Html, StringComparison.Ordinal);
        using var archive = new ZipArchive(await file.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
        var word = await reader.ReadToEndAsync();
        Assert.Equal(2, word.Split("13900000001").Length - 1);
        Assert.All(new[] { "一式2份，第1份（法律援助机构留存）", "一式2份，第2份（所在机构留存）" }, line => Assert.Contains(line, word, StringComparison.Ordinal));
        Assert.Equal(2, word.Split("<pic:pic").Length - 1);
        Assert.All(archive.Entries.Where(entry => entry.FullName.EndsWith(".png", StringComparison.Ordinal)), entry => Assert.Equal(RecruitmentDesk.Png.Length, entry.Length));
        Assert.Equal(2, archive.Entries.Count(entry => entry.FullName.EndsWith(".png", StringComparison.Ordinal)));
        Assert.Equal($"{url}/form?handler=Photo", screen["img.application-photo"].GetAttribute("src"));
        Assert.Equal(RecruitmentDesk.Png, await clerk.DownloadAsync($"{url}/form?handler=Photo"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.ApplicantAsync("印某乙", "QJ")).OpenAsync($"{url}/form?handler=Photo")).Status);
        Assert.Equal(1, await app.InDbAsync(db => db.Journal.CountAsync(line => line.SubjectId == RecruitmentDesk.IdOf(url) && line.Act == Act.ApplicationFormTaken)));
    }

    private static async Task<HttpRequestMessage> WordAsync(Visitor visitor, string url)
    {
        var (field, value) = await visitor.TokenAsync();
        return new(HttpMethod.Post, new Uri(url, UriKind.Relative)) { Content = new FormUrlEncodedContent([KeyValuePair.Create<string?, string?>(field, value)]) };
    }

    private async Task<(Guid Round, Guid Firm)> OpenAsync(string word)
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync($"重庆材料{word}律师事务所", InstitutionKind.LawFirm);
        return (await app.RoundAsync($"招募{word}", "2026-6-20 17:00"), firm.Id);
    }
}
