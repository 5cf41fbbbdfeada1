using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using LegalAid.Web.Commands;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Storms;
using Xunit;

namespace LegalAid.Web.Tests.Api;

/// <summary>Callers who hang up in the middle of a question, at the running program.</summary>
public sealed partial class BrokenOffTests
{
    [Fact]
    public async Task A_question_that_breaks_off_is_no_error_of_the_program()
    {
        await using var program = new LiveProgram();
        await program.StartAsync("--empty", "--office", "WZ");
        var told = SignIn().Match(program.Told);
        var administrator = await program.SignInAsync(told.Groups["name"].Value, told.Groups["password"].Value);
        var made = await administrator.SubmitAsync("/keys/new", ("Form.Name", "半途而废"), ("Form.AsksForId", await OwnOfficeAsync(administrator)), ("Form.Scope", "Admission"));
        Assert.Equal(HttpStatusCode.OK, made.Status);

        await HangUpAsync(program.Address, made["#key"].TextContent);
        Assert.Equal(HttpStatusCode.OK, (await administrator.OpenAsync("/keys")).Status);
        Assert.Equal(ExitCode.Done, await program.StopAsync("TERM"));

        Assert.DoesNotContain("fail:", program.Told, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", program.Told, StringComparison.Ordinal);
    }

    private static async Task<string> OwnOfficeAsync(Visitor administrator) =>
        (await administrator.OpenAsync("/keys/new")).Document.QuerySelector("[name='Form.AsksForId'] option[value]:not([value=''])")!.GetAttribute("value")!;

    // The head promises a hundred bytes; nine come, and after them the end.
    private static async Task HangUpAsync(Uri program, string key)
    {
        using var caller = new TcpClient();
        await caller.ConnectAsync(program.Host, program.Port);
        var stream = caller.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v1/decisions/admission HTTP/1.1\r\nHost: {program.Authority}\r\nAuthorization: Bearer {key}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{\"kind\": "));
        caller.Client.Shutdown(SocketShutdown.Send);
        await stream.CopyToAsync(Stream.Null);      // until the program has seen the end, too
    }

    [GeneratedRegex("用户名 (?<name>[a-z-]+)　口令 (?<password>[a-z0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SignIn();
}
