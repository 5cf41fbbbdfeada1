using System.Text;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Access;

/// <summary>A sign-in that failed is kept: with its account, or without what was typed where no account has the name.</summary>
public sealed class FailedSignInTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_wrong_password_is_in_the_journal_of_the_accounts_office_and_names_nobody_as_its_doer()
    {
        var officer = await app.OfficerAsync("fails", Roles.Clerk, app.OfficeId);

        await SignInAsync("FAILS", "wrong");

        var line = await app.InDbAsync(db => db.Journal.SingleAsync(l => l.SubjectId == officer.Id));
        Assert.Equal((Act.SignInFailed, null, "{\"cause\":\"password\"}"), (line.Act, line.OfficerId, line.Details));
        var page = await (await app.AsAsync(Roles.Auditor)).OpenAsync("/journal?signins=true");
        Assert.Contains("登录未成功", page.Text, StringComparison.Ordinal);
        Assert.Contains("口令不对", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_locked_account_is_told_from_a_wrong_password_and_no_flood_fills_the_journal()
    {
        var officer = await app.OfficerAsync("flooded", Roles.Clerk, app.OfficeId);

        for (var attempt = 0; attempt < NoteFailedSignIn.MostPerAccount + 5; attempt++)
        {
            await SignInAsync("flooded", "wrong");
        }

        var causes = await app.InDbAsync(db => db.Journal.Where(l => l.SubjectId == officer.Id).OrderBy(l => l.Id).Select(l => l.Details!).ToListAsync());
        Assert.Equal(NoteFailedSignIn.MostPerAccount, causes.Count);
        Assert.Equal(4, causes.Count(cause => cause.Contains("password", StringComparison.Ordinal)));      // the fifth locks
        app.Clock.Set(app.Clock.Now.AddMinutes(16));
        await SignInAsync("flooded", "wrong");
        Assert.Equal(NoteFailedSignIn.MostPerAccount + 1, await app.InDbAsync(db => db.Journal.CountAsync(l => l.SubjectId == officer.Id)));
    }

    [Fact]
    public async Task A_name_no_account_has_is_known_again_but_cannot_be_read()
    {
        const string typed = "My-Secret-Password-1";      // in the wrong box
        var known = await app.InDbAsync(db => db.UnknownSignIns.Select(a => a.Id).ToListAsync());

        await SignInAsync(typed, "x");
        await SignInAsync(typed.ToLowerInvariant(), "y");
        await SignInAsync("another", "z");

        var kept = await app.InDbAsync(db => db.UnknownSignIns.Where(a => !known.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync());
        Assert.Equal(3, kept.Count);
        Assert.Equal(kept[0].NameIndex, kept[1].NameIndex);
        Assert.NotEqual(kept[0].NameIndex, kept[2].NameIndex);
        Assert.DoesNotContain("secret", Encoding.Latin1.GetString(kept[0].NameIndex), StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(app.Cipher.Index(typed), kept[0].NameIndex);      // not that of an identity number either
        Assert.Contains("用户名不对应任何账户", (await (await app.AsAsync(Roles.Auditor)).OpenAsync("/journal")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("用户名不对应任何账户", (await (await app.AsAsync(Roles.Clerk)).OpenAsync("/journal")).Text, StringComparison.Ordinal);
    }

    private Task<WebPage> SignInAsync(string userName, string password) => app.Anybody().SubmitAsync("/signin", ("Form.UserName", userName), ("Form.Password", password));
}
