using System.Net;
using System.Text.RegularExpressions;
using LegalAid.Web.Access;
using LegalAid.Web.Commands;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Registry;
using Xunit;

namespace LegalAid.Web.Tests.Storms;

/// <summary>北碚's office at work in a live program: four firms, twenty lawyers, a clerk and a director.</summary>
internal static partial class LiveOffice
{
    public static async Task<(Visitor Clerk, Visitor Director)> OfficeAsync(this LiveProgram program, string name)
    {
        var clerk = await program.SignInAsync($"{name}-clerk", await program.AccountAsync(Roles.Clerk, $"{name}-clerk"));
        var director = await program.SignInAsync($"{name}-director", await program.AccountAsync(Roles.Director, $"{name}-director"));
        string[] firms = ["重庆试甲律师事务所", "重庆试乙律师事务所", "重庆试丙律师事务所", "重庆试丁律师事务所"];
        var roster = program.Write("名册.xlsx", TestRoster.File(Enumerable.Range(1, 20).Select(n => TestRoster.Person(n) with { Institution = firms[n % firms.Length] })));
        var (code, told) = await program.RunAsync("import", "roster", roster, "--as", $"{name}-clerk", "--local", string.Join(',', firms), "--apply");
        Assert.True(code == ExitCode.Done, told);
        return (clerk, director);
    }

    /// <returns>The new account's password.</returns>
    public static async Task<string> AccountAsync(this LiveProgram program, string role, string userName)
    {
        var (_, told) = await program.RunAsync("account", "BB", role, userName, "某人");
        return Password().Match(told).Groups["password"].Value;
    }

    /// <summary>Letters received two minutes ago, one case each.</summary>
    public static async Task<List<Guid>> RegisterAsync(this Visitor clerk, string mark, int count)
    {
        var cases = new List<Guid>();
        for (var number = 1; number <= count; number++)
        {
            var received = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).AddMinutes(-2);
            var registered = await clerk.SubmitAsync("/intake/letters/new", TestData.Letter($"断{mark}-{number}号", $"{received:yyyy-M-d HH:mm}", $"受援{mark}又{number}"));
            Assert.Equal(HttpStatusCode.Found, registered.Status);
            cases.Add(Guid.Parse(registered.Location!["/cases/".Length..]));
        }

        return cases;
    }

    [GeneratedRegex("口令 (?<password>[a-z0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Password();
}
