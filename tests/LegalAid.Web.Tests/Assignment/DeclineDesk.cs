using System.Net;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>An agreed assignment, and who declines it.</summary>
internal sealed record Agreed(TestApp App, Guid CaseId, Guid Id, Guid InstitutionId, Guid? MembershipId)
{
    public string Url => $"/assignment/{Id}";

    /// <summary>Whoever it went to: the institution's administrator, or the person.</summary>
    public Task<Visitor> ReceiverAsync() => MembershipId is { } person
        ? App.AsAsync(Roles.Practitioner, App.OfficeId, membershipId: person)
        : App.AsAsync(Roles.FirmAdministrator, App.OfficeId, institutionId: InstitutionId);

    public async Task<WebPage> DeclineAsync(string ground = "Conflict", byte[]? evidence = null, string name = "证明.pdf") => evidence is null
        ? await (await ReceiverAsync()).SubmitAsync($"{Url}/decline", ("Form.Ground", ground), ("Form.Reason", "与对方当事人有委托关系"))
        : await (await ReceiverAsync()).UploadAsync($"{Url}/decline", "Form.Evidence", name, evidence, ("Form.Ground", ground), ("Form.Reason", "与对方当事人有委托关系"));

    public async Task<WebPage> RuleAsync(bool justified, string reason = "经核查") =>
        await (await App.AsAsync(Roles.Director)).SubmitAsync($"{Url}/ruling", ("Form.Justified", justified ? "true" : "false"), ("Form.Reason", reason));

    public Task<CaseAssignment> NowAsync() => App.InDbAsync(db => db.Assignments.AsNoTracking().SingleAsync(a => a.Id == Id));
}

/// <summary>What the tests of declining do again and again.</summary>
internal static class DeclineDesk
{
    public static byte[] Pdf { get; } = [.. "%PDF-1.7\n"u8, .. new byte[64]];

    /// <summary>A notice's case, proposed and agreed to.</summary>
    public static async Task<Agreed> AgreedAsync(this TestApp app, string number)
    {
        app.Clock.Set(2026, 6, 17);
        var why = await app.ProposedAsync(await app.RegisteredAsync(number, "2026-6-17 9:00"));
        await app.DecideAsync(why);
        return await app.AgreedAsync(NoticePath.IdOf(why));
    }

    public static Task<Agreed> AgreedAsync(this TestApp app, Guid assignmentId) => app.InDbAsync(async db =>
        await db.Assignments.Where(a => a.Id == assignmentId).Select(a => new Agreed(app, a.CaseId, a.Id, a.InstitutionId, a.MembershipId)).SingleAsync());

    public static Task<Dictionary<Guid, long>> BalancesAsync(this TestApp app) =>
        app.InDbAsync(db => db.QueuePlaces.OrderBy(p => p.Id).ToDictionaryAsync(p => p.Id, p => p.BalanceMillionths));

    public static async Task<WebPage> PostedAsync(this Visitor visitor, string url, params (string Field, string Value)[] fields) =>
        await visitor.PostAsync(url, [await visitor.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), .. fields]);

    public static void IsDone(WebPage page) => Assert.True(page.Status == HttpStatusCode.Found, $"{page.Status} {page.Text}");

    public static void IsRefused(WebPage page, string says)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(says, page.Text, StringComparison.Ordinal);
    }
}
