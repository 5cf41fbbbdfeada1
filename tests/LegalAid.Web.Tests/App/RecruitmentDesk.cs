using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.App;

/// <summary>綦江's office: its institutions recommend and submit.</summary>
public sealed class QijiangApp : TestApp
{
    protected override string OfficeCode => "QJ";
}

/// <summary>黔东南's prefecture: people apply by themselves, at any time.</summary>
public sealed class QiandongnanApp : TestApp
{
    protected override string OfficeCode => "QDN";
}

/// <summary>Rounds and applications as tests need them, made through the pages; all people are invented.</summary>
public static class RecruitmentDesk
{
    private static int applicants;

    public static byte[] Png { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");       // one dot

    public static byte[] Pdf { get; } = [.. "%PDF-1.7\n%%EOF\n"u8];

    /// <summary>A published round of the office, open since yesterday; without an end a channel.</summary>
    public static async Task<Guid> RoundAsync(this TestApp app, string title, string? closes, params (string Field, string Value)[] more)
    {
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var drafted = await clerk.SubmitAsync("/registry/rounds/new", [.. more.All(field => field.Field != "Form.OpensAtUtc") ? [("Form.OpensAtUtc", Write(app.Clock.Now.AddDays(-1)))] : Array.Empty<(string, string)>(), ("Form.Title", title), ("Form.ClosesAtUtc", closes ?? ""), .. more]);
        Assert.True(drafted.Status == HttpStatusCode.Found, drafted.Text);
        var published = await director.SubmitAsync($"{drafted.Location}/publish");
        Assert.True(published.Status == HttpStatusCode.Found, published.Text);
        return Guid.Parse(drafted.Location!["/registry/rounds/".Length..]);
    }

    /// <summary>Somebody from outside with an account of the own, signed in.</summary>
    public static async Task<Visitor> ApplicantAsync(this TestApp app, string name, string officeCode)
    {
        var userName = $"sq{Interlocked.Increment(ref applicants)}abcd";
        var opened = await app.Anybody().SubmitAsync(
            $"/join/{officeCode}/account", ("Form.Name", name), ("Form.UserName", userName), ("Form.Password", TestApp.Password), ("Form.Again", TestApp.Password), ("Form.Consents", "true"));
        Assert.True(opened.Status == HttpStatusCode.Found, opened.Text);
        var visitor = app.Anybody();
        var signedIn = await visitor.SubmitAsync("/signin", ("Form.UserName", $"{userName}@{officeCode.ToLowerInvariant()}"), ("Form.Password", TestApp.Password));
        Assert.Equal(HttpStatusCode.Found, signedIn.Status);
        return visitor;
    }

    /// <summary>An application filled in, with career and papers, still with the applicant; its address.</summary>
    public static async Task<string> FilledAsync(this Visitor applicant, Guid roundId, string name, params (string Field, string Value)[] more)
    {
        var url = (await applicant.SubmitAsync($"/joining/rounds/{roundId}")).Location!;
        var saved = await applicant.SubmitAsync(url, [.. Person(name).Where(field => more.All(one => one.Field != field.Field)), .. more]);
        Assert.True(saved.Status == HttpStatusCode.Found, saved.Text);
        Assert.Equal(HttpStatusCode.Found, (await applicant.SubmitAsync($"{url}/career", ("Form.Kind", "Employment"), ("Form.FirstDay", "2016-6-17"), ("Form.Statement", "某某律师事务所律师"))).Status);
        foreach (var (kind, file) in new[] { ("Photo", Png), ("Licence", Pdf), ("IdentityCard", Pdf) })
        {
            Assert.Equal(HttpStatusCode.Found, (await applicant.UploadAsync($"{url}/papers", "Form.File", "a.bin", file, ("Form.Kind", kind))).Status);
        }

        return url;
    }

    /// <summary>Signs the declarations and hands the application in, to the institution or the centre.</summary>
    public static Task<WebPage> HandInAsync(this Visitor applicant, string url) => applicant.SubmitAsync($"{url}/submit", ("Form.Declares", "true"));

    /// <summary>The opinion with a scan of the sealed page.</summary>
    public static async Task<WebPage> EndorseAsync(this Visitor firm, string opinion, params string[] urls) => await firm.EndorseAsync(await firm.OpenAsync("/joining/firm"), opinion, urls);

    /// <summary>On a page opened before.</summary>
    public static Task<WebPage> EndorseAsync(this Visitor firm, WebPage opened, string opinion, params string[] urls) =>
        firm.SendAsync("/joining/firm?handler=Endorse", opened, [.. urls.Select(url => ("Form.Ids", IdOf(url).ToString())), ("Form.Opinion", opinion)], ("Form.Seal", "盖章页.pdf", Pdf));

    public static Task<WebPage> SubmitToCentreAsync(this Visitor firm, params string[] urls) =>
        firm.SubmitAsync("/joining/firm?handler=Submit", [.. urls.Select(url => ("Form.Ids", IdOf(url).ToString()))]);

    public static Guid IdOf(string url) => Guid.Parse(url.Split('/')[3]);

    public static Task<PoolApplication> ApplicationAsync(this TestApp app, string url) => app.InDbAsync(db => db.PoolApplications.AsNoTracking().SingleAsync(a => a.Id == IdOf(url)));

    /// <summary>Everything the first page of the form asks of a lawyer but the institution.</summary>
    public static (string Field, string Value)[] Person(string name) =>
    [
        ("Form.Name", name), ("Form.Gender", "女"), ("Form.IdentityNumber", Identity(Interlocked.Increment(ref applicants))), ("Form.PoliticalStatus", "群众"), ("Form.Education", "本科"),
        ("Form.Phone", "13900000001"), ("Form.Address", "某路1号"), ("Form.As", nameof(PoolPerson.SocialLawyer)), ("Form.LicenceNumber", $"15002201{applicants:000000000}"),
        ("Form.FirstLicensedOn", "2016-6-17"), ("Form.Intents", "CivilRepresentation"), ("Form.WillingForDuty", "true"), ("Form.Pools", "Cases"), ("Form.PartyDiscipline", "false"), ("Form.ConsentsToList", "true"),
    ];

    // Place, birth and the sequence 000, which belongs to nobody; the check character of GB 11643.
    public static string Identity(int number)
    {
        var body = $"50011019{70 + (number / 336 % 20):00}{1 + (number / 28 % 12):00}{1 + (number % 28):00}000";
        return body + "10X98765432"[Enumerable.Range(0, 17).Sum(i => (body[i] - '0') * ((1 << (17 - i)) % 11)) % 11];
    }

    private static string Write(DateTime local) => local.ToString("yyyy-M-d H:mm", System.Globalization.CultureInfo.InvariantCulture);
}
