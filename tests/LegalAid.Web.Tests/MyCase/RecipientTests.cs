using System.Net;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.MyCase;

/// <summary>A recipient's way to the own cases: a slip from the centre, a password of one's own, and from then on what stands and whom to call.</summary>
public sealed class RecipientTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Password = "一句容易记住的话啊";
    private const string Long = Password + "123";

    [Fact]
    public async Task The_slip_works_once_and_leads_to_the_own_cases_alone()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var (caseUrl, party) = await TakenAsync("受某甲", "11010519491231002X");
        var (again, _) = await TakenAsync("受某甲", "11010519491231002X");       // the same number: an own case too
        var (namesake, _) = await TakenAsync("受某甲");      // a name alone opens nothing
        var (name, code) = await SlipAsync(clerk, party);
        Assert.DoesNotContain(code, (await clerk.OpenAsync($"/cases/parties/{party}/access")).Html, StringComparison.Ordinal);

        Assert.Equal("/signin", (await OpenAsync(name, code.ToUpperInvariant())).Location);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OpenAsync(name, code)).Status);

        var recipient = app.Anybody();
        Assert.Equal(HttpStatusCode.Found, (await recipient.SubmitAsync("/signin", ("Form.UserName", name), ("Form.Password", Long))).Status);
        var home = await recipient.OpenAsync("/");
        Assert.Equal(2, home.Document.QuerySelectorAll("main .own-case").Length);
        var page = await recipient.OpenAsync(caseUrl.Replace("/cases/", "/my/", StringComparison.Ordinal));
        Assert.Contains("正在审查您的申请", page.Text, StringComparison.Ordinal);
        Assert.Contains("LAW-43", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("建筑劳务", page.Html, StringComparison.Ordinal);        // the opponent
        Assert.Equal(HttpStatusCode.OK, (await recipient.OpenAsync(again.Replace("/cases/", "/my/", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await recipient.OpenAsync(namesake.Replace("/cases/", "/my/", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await recipient.OpenAsync(caseUrl)).Status);
        Assert.DoesNotContain("受某甲", (await (await app.AsAsync(Roles.Administrator)).OpenAsync("/accounts")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_slip_replaces_the_one_before_and_gives_a_new_password()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var (_, party) = await TakenAsync("受某乙");
        var first = await SlipAsync(clerk, party);
        var second = await SlipAsync(clerk, party);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OpenAsync(first.Name, first.Code)).Status);
        Assert.Equal("/signin", (await OpenAsync(second.Name, second.Code)).Location);

        var third = await SlipAsync(clerk, party);

        Assert.Equal(second.Name, third.Name);
        Assert.Equal("/signin", (await OpenAsync(third.Name, third.Code)).Location);
        Assert.Equal(1, await app.InDbAsync(db => db.Users.CountAsync(u => u.PartyId == party)));
    }

    [Fact]
    public async Task Two_slips_made_before_either_is_used_give_one_person_one_account()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var (_, one) = await TakenAsync("受某双", "110105194912310038");
        var (_, other) = await TakenAsync("受某双", "110105194912310038");
        var (_, namesake) = await TakenAsync("受某双");

        var slips = new[] { await SlipAsync(clerk, one), await SlipAsync(clerk, other), await SlipAsync(clerk, namesake) };

        Assert.Equal(slips[0].Name, slips[1].Name);
        Assert.NotEqual(slips[0].Name, slips[2].Name);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OpenAsync(slips[0].Name, slips[0].Code)).Status);
        Assert.Equal("/signin", (await OpenAsync(slips[1].Name, slips[1].Code)).Location);
        Assert.Equal(1, await app.InDbAsync(db => db.Users.CountAsync(u => u.PartyId == one || u.PartyId == other)));
    }

    [Theory]
    [InlineData(RecipientAccess.MostFailures - 1, true)]
    [InlineData(RecipientAccess.MostFailures, false)]
    public async Task After_five_wrong_codes_the_slip_is_worthless(int wrong, bool opens)
    {
        var (_, party) = await TakenAsync($"受某错{wrong}");
        var (name, code) = await SlipAsync(await app.AsAsync(Roles.Clerk), party);
        for (var time = 0; time < wrong; time++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OpenAsync(name, "aaaaaaaaaa")).Status);
        }

        Assert.Equal(opens ? HttpStatusCode.Found : HttpStatusCode.UnprocessableEntity, (await OpenAsync(name, code)).Status);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public async Task The_slip_is_good_for_seven_days(int minutesAfter, bool opens)
    {
        var (_, party) = await TakenAsync($"受某期{minutesAfter}");
        var (name, code) = await SlipAsync(await app.AsAsync(Roles.Clerk), party);
        var made = app.Clock.Now;
        app.Clock.Set(made.AddDays(7).AddMinutes(minutesAfter));

        var opened = await OpenAsync(name, code);

        app.Clock.Set(made);
        Assert.Equal(opens ? HttpStatusCode.Found : HttpStatusCode.UnprocessableEntity, opened.Status);
    }

    [Fact]
    public async Task The_database_holds_a_keyed_hash_and_an_unknown_name_reads_the_same()
    {
        var (_, party) = await TakenAsync("受某密");
        var (name, code) = await SlipAsync(await app.AsAsync(Roles.Clerk), party);
        var stored = await app.InDbAsync(db => db.RecipientAccesses.SingleAsync(a => a.UserName == name));

        Assert.Equal(32, stored.CodeHash.Length);
        Assert.Equal(RecipientAccess.HashOf(name, code, app.Cipher), stored.CodeHash);
        Assert.Equal((await OpenAsync(name, "aaaaaaaaaa"))["main .refusals"].TextContent, (await OpenAsync("zz-12345678", code))["main .refusals"].TextContent);
    }

    private async Task<(string Url, Guid Party)> TakenAsync(string recipient, string? identity = null)
    {
        var fields = TestData.Application("2026-6-16 9:00", recipient);
        var taken = await (await app.AsAsync(Roles.Clerk)).SubmitAsync("/intake/applications/new", identity is null ? fields : [.. fields, ("Form.RecipientIdentity", identity)]);
        var id = Guid.Parse(taken.Location!["/cases/".Length..]);
        return (taken.Location!, await app.InDbAsync(db => db.CaseParties.Where(p => p.CaseId == id && p.Name == recipient).Select(p => p.Id).SingleAsync()));
    }

    private static async Task<(string Name, string Code)> SlipAsync(Visitor clerk, Guid party)
    {
        var made = await clerk.SubmitAsync($"/cases/parties/{party}/access");
        return (made["#slip-name"].TextContent, made["#slip-code"].TextContent);
    }

    private Task<WebPage> OpenAsync(string name, string code) =>
        app.Anybody().SubmitAsync("/my/open", ("Form.UserName", name), ("Form.Code", code), ("Form.Password", Long), ("Form.Again", Long));
}
