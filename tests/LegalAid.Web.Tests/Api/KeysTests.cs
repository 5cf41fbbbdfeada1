using System.Net;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Api;

/// <summary>Keys of other programs: made and revoked by the office's administrator, shown once, kept as a hash, good for one office and what they were made for.</summary>
public sealed class KeysTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_key_is_shown_once_works_and_is_revoked_for_good()
    {
        var key = await app.KeyAsync("省平台");
        var administrator = await app.AsAsync(Roles.Administrator);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(key)).Status);

        var listed = await administrator.OpenAsync("/keys");
        Assert.Contains("省平台", listed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(key, listed.Html, StringComparison.Ordinal);
        var url = listed.Document.QuerySelectorAll("main a").Single(link => link.TextContent == "省平台").GetAttribute("href")!;
        Assert.DoesNotContain(key, (await administrator.OpenAsync(url)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await administrator.SubmitAsync(url, ("Form.Reason", ""))).Status);
        Assert.Equal(HttpStatusCode.Found, (await administrator.SubmitAsync(url, ("Form.Reason", "平台停用"))).Status);

        Assert.Equal((HttpStatusCode.Unauthorized, "key-revoked", null), (await AskAsync(key)).Problem);
        Assert.Contains("已停用", (await administrator.OpenAsync(url)).Text, StringComparison.Ordinal);
        var id = Guid.Parse(url["/keys/".Length..]);
        var lines = await app.InDbAsync(db => db.Journal.Where(line => line.SubjectId == id).OrderBy(line => line.AtUtc).ThenBy(line => line.Id).ToListAsync());
        Assert.Equal([Act.ApiKeyMade, Act.ApiKeyRevoked], lines.Select(line => line.Act));
        Assert.Contains("接口密钥 省平台", (await (await app.AsAsync(Roles.Auditor)).OpenAsync("/journal")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_holds_a_keyed_hash_and_no_key()
    {
        var key = await app.KeyAsync("只存摘要");

        var stored = await app.InDbAsync(db => db.ApiKeys.SingleAsync(k => k.Name == "只存摘要"));

        Assert.Equal(32, stored.KeyHash.Length);
        Assert.NotEqual(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)), stored.KeyHash);
    }

    [Fact]
    public async Task A_key_that_is_missing_or_changed_is_refused()
    {
        var key = await app.KeyAsync("改动");

        Assert.Equal((HttpStatusCode.Unauthorized, "key-missing", null), (await AskAsync(null)).Problem);
        Assert.Equal((HttpStatusCode.Unauthorized, "key-wrong", null), (await AskAsync("x")).Problem);
        Assert.Equal((HttpStatusCode.Unauthorized, "key-wrong", null), (await AskAsync(key[..^1] + (key[^1] == 'a' ? 'b' : 'a'))).Problem);
        Assert.Equal((HttpStatusCode.Unauthorized, "key-wrong", null), (await AskAsync(key.Replace("_BB_", "_WZ_", StringComparison.Ordinal))).Problem);
        Assert.Equal((HttpStatusCode.Unauthorized, "key-wrong", null), (await AskAsync(key.Replace("_BB_", "_ZZ_", StringComparison.Ordinal))).Problem);
    }

    [Fact]
    public async Task A_key_asks_only_what_it_was_made_for()
    {
        var key = await app.KeyAsync("只问期限", "BB", "Deadline");

        Assert.Equal((HttpStatusCode.Forbidden, "kind-scope", null), (await AskAsync(key)).Problem);
        Assert.Equal(HttpStatusCode.OK, (await app.AskAsync(key, "deadline", ApiCalls.Facts("deadline-beibei"))).Status);
    }

    [Fact]
    public async Task A_prefecture_makes_a_key_for_one_of_its_counties_alone()
    {
        var key = await app.KeyAsync("县平台", "QDN01");

        var answer = await app.AskAsync(key, "deadline?office=QDN01", ApiCalls.Facts("deadline-qiandongnan"));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.StartsWith("QDN-20", answer.Books, StringComparison.Ordinal);     // a county follows its prefecture's books
        Assert.Equal((HttpStatusCode.Forbidden, "office-scope", "office"), (await app.AskAsync(key, "deadline?office=QDN", ApiCalls.Facts("deadline-qiandongnan"))).Problem);
    }

    [Fact]
    public async Task What_an_administrator_may_not_make_is_refused()
    {
        await app.KeyAsync("重名");
        var administrator = await app.AsAsync(Roles.Administrator);
        var wenzhou = (await app.OfficeAsync("WZ")).Id.ToString();

        await RefusedAsync("已有同名", ("Form.Name", "重名"), ("Form.Scope", "Deadline"));
        await RefusedAsync("请至少选择一种", ("Form.Name", "不问"));
        await RefusedAsync("只能限于本机构", ("Form.Name", "别处"), ("Form.Scope", "Deadline"), ("Form.AsksForId", wenzhou));

        async Task RefusedAsync(string told, params (string, string)[] fields)
        {
            var page = await administrator.SubmitAsync("/keys/new", fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains(told, page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Another_offices_key_is_not_there()
    {
        await app.KeyAsync("温州平台", "WZ");
        var id = await app.InDbAsync((await app.OfficeAsync("WZ")).Id, db => db.ApiKeys.Where(k => k.Name == "温州平台").Select(k => k.Id).SingleAsync());
        var administrator = await app.AsAsync(Roles.Administrator);

        Assert.Equal(HttpStatusCode.NotFound, (await administrator.OpenAsync($"/keys/{id}")).Status);
        Assert.DoesNotContain("温州平台", (await administrator.OpenAsync("/keys")).Text, StringComparison.Ordinal);
        var posted = await administrator.PostAsync($"/keys/{id}", [await administrator.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), ("Form.Reason", "试试")]);
        Assert.Equal(HttpStatusCode.NotFound, posted.Status);
    }

    private Task<ApiAnswer> AskAsync(string? key) => app.AskAsync(key, "assignment", ApiCalls.Facts(ApiCalls.Example));
}

/// <summary>The program with a small measure of questions a minute.</summary>
public sealed class BusyApp : TestApp
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Yuanku:ApiRequestsPerMinute", "3");
    }
}

/// <summary>Each key has its own measure of questions a minute.</summary>
public sealed class RateLimitTests(BusyApp app) : IClassFixture<BusyApp>
{
    [Fact]
    public async Task The_fourth_question_of_a_minute_waits_and_another_key_does_not()
    {
        var (busy, other) = (await app.KeyAsync("频繁"), await app.KeyAsync("另一个"));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(busy)).Status);
        }

        Assert.Equal((HttpStatusCode.TooManyRequests, "too-many-requests", null), (await AskAsync(busy)).Problem);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(other)).Status);
    }

    private Task<ApiAnswer> AskAsync(string key) => app.AskAsync(key, "deadline", ApiCalls.Facts("deadline-beibei"));
}
