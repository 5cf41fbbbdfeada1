using System.Net;
using System.Text.RegularExpressions;
using LegalAid.Store.Database;
using LegalAid.Web.Commands;
using LegalAid.Web.Tests.Storms;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace LegalAid.Web.Tests.Commands;

/// <summary>The first start of the program as a process with its private database: stopped half-way, or on a folder of somebody's own.</summary>
public sealed partial class FirstRunTests
{
    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Told_to_stop_while_the_demo_is_being_made_the_program_stops_its_database_too(string signal)
    {
        await using var program = new LiveProgram();
        program.Launch("--demo");
        await program.HearsAsync("：演示案件 ");

        Assert.Equal(ExitCode.Stopped, await program.StopAsync(signal));

        Assert.False(program.DatabaseRuns);
        program.Launch("--demo");
        await program.HearsAsync("上次没有装完演示数据，现在接着装");
        await program.StopAsync(signal);
    }

    [Fact]
    public async Task An_empty_deployment_tells_its_first_account_once_and_is_never_filled_with_invented_people()
    {
        await using var program = new LiveProgram();
        await program.StartAsync("--empty", "--office", "WZ");
        var told = SignIn().Match(program.Told);
        var administrator = await program.SignInAsync(told.Groups["name"].Value, told.Groups["password"].Value);
        Assert.Contains("温州市法律援助中心", (await administrator.OpenAsync("/office")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await administrator.OpenAsync("/accounts/new")).Status);
        Assert.Equal(ExitCode.Done, await program.StopAsync("TERM"));

        await program.StartAsync("--demo");
        Assert.Contains("不装入演示数据", program.Told, StringComparison.Ordinal);
        Assert.DoesNotContain("口令", program.Told, StringComparison.Ordinal);
        Assert.Equal(0, await CountPeopleAsync(program));
        await program.StopAsync("TERM");

        await program.StartAsync("--empty");
        Assert.DoesNotContain("口令", program.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_that_is_not_there_gets_no_account()
    {
        await using var program = new LiveProgram();

        var (code, told) = await program.RunAsync("serve", "--empty", "--office", "NO");

        Assert.Equal((ExitCode.Misuse, true), (code, told.Contains("没有机构 NO", StringComparison.Ordinal)));
        Assert.False(program.DatabaseRuns);
    }

    private static async Task<int> CountPeopleAsync(LiveProgram program)
    {
        await using var server = await program.DatabaseAsync();
        await using var source = NpgsqlDataSource.Create(server.Connections.Owner);
        await using var db = AidDatabase.Open(source);
        return await db.Persons.CountAsync();
    }

    [GeneratedRegex("用户名 (?<name>[a-z-]+)　口令 (?<password>[a-z0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SignIn();
}
