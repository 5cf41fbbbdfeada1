using System.Text.Json;
using LegalAid.Store.Journal;
using LegalAid.Web.Commands;
using LegalAid.Web.Jobs;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using LegalAid.Web.Tests.Backup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace LegalAid.Web.Tests.Commands;

/// <summary>
/// <c>./legalaid verify</c> on a database whose owner altered it, triggers off: it names what was altered, goes on with the rest, and finds nothing in a whole one.
/// </summary>
public sealed class VerifyCommandTests(TestApp app) : IClassFixture<TestApp>, IDisposable
{
    private readonly BackupDesk desk = new(app);

    [Theory]
    [InlineData("facts", "overlay(facts placing 'x' from 1 for 1)")]                            // no JSON any more
    [InlineData("facts", "replace(facts, '\"kind\":\"criminal\"', '\"kind\":\"crimimal\"')")]       // a word nobody knows
    [InlineData("facts", "replace(facts, '\"institutions\":', '\"institutionz\":')")]            // a name nobody knows
    [InlineData("facts", "replace(facts, '\"decidingDay\":\"2026-06-17\"', '\"decidingDay\":\"2026-06-77\"')")]     // no day
    [InlineData("facts", "replace(facts, '\"headcount\":1,', '\"headcount\":2,')")]
    [InlineData("facts", "facts || ' '")]                                                          // recomputes as before: the seal tells
    [InlineData("result", "replace(result, '\"rank\":1', '\"rank\":2')")]
    [InlineData("result", "overlay(result placing 'x' from 1 for 1)")]
    [InlineData("kind", "'bssignment'")]
    [InlineData("kind", "'admission'")]                                                            // known, but not what the facts are of
    [InlineData("clauses", "array['BB-11.2']")]
    public async Task An_altered_byte_of_a_decision_is_found_and_named(string column, string altered)
    {
        var (_, decision) = await SealedAssignmentAsync();
        var before = await ReadAsync(column, decision);
        await AttackAsync($"update decision_records set {column} = {altered} where id = '{decision}'");
        Assert.NotEqual(before, await ReadAsync(column, decision));

        var (code, told) = await VerifyAsync();
        await AttackAsync(column == "clauses" ? $"update decision_records set clauses = '{before}' where id = '{decision}'" : $"update decision_records set {column} = $evidence${before}$evidence$ where id = '{decision}'");

        Assert.Equal(ExitCode.Found, code);
        Assert.Contains(decision.ToString(), told, StringComparison.Ordinal);
        Assert.Contains("封印不符 1 处；尚未封存 0 行", told, StringComparison.Ordinal);           // went on to the last check
        Assert.Equal(ExitCode.Done, (await VerifyAsync()).Code);
    }

    [Fact]
    public async Task A_case_in_other_hands_than_the_decision_proposed_is_found()
    {
        var (assignment, decision) = await SealedAssignmentAsync();
        var other = await app.LawFirmAsync("重庆验乙律师事务所", "验乙");
        var own = await app.InDbAsync(db => db.Assignments.Where(a => a.Id == assignment).Select(a => a.InstitutionId).SingleAsync());

        await AttackAsync($"update assignments set institution_id = '{other.Id}' where id = '{assignment}'");
        var moved = await VerifyAsync();
        await AttackAsync($"update assignments set institution_id = '{own}', decision_id = gen_random_uuid() where id = '{assignment}'");
        var unexplained = await VerifyAsync();
        await AttackAsync($"update assignments set decision_id = '{decision}' where id = '{assignment}'");

        Assert.Equal(ExitCode.Found, moved.Code);
        Assert.Contains($"决定 {decision}：指派 {assignment} 的承办人或者步骤与决定的建议不符", moved.Told, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Found, unexplained.Code);
        Assert.Contains($"决定不存在，指派 {assignment} 无据可查", unexplained.Told, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await VerifyAsync()).Code);
    }

    [Fact]
    public async Task In_a_whole_database_nothing_is_found_and_what_is_not_sealed_yet_is_counted()
    {
        await SealedAssignmentAsync();
        await app.RegisteredAsync("9", "2026-6-17 9:00");
        var waiting = await app.InDbAsync(db => db.Journal.CountAsync(l => !db.SealedRows.Any(r => r.RowId == l.Id)));

        var (code, told) = await VerifyAsync();
        using var json = JsonDocument.Parse((await VerifyAsync("--json")).Told);

        Assert.Equal(ExitCode.Done, code);
        Assert.True(waiting > 0);
        Assert.Contains($"不一致 0 件；轮候队列不平 0 个；抽签不符 0 处；封印不符 0 处；尚未封存 {waiting} 行", told, StringComparison.Ordinal);
        Assert.Equal((waiting, 0), (json.RootElement.GetProperty("unsealed").GetInt32(), json.RootElement.GetProperty("findings").GetArrayLength()));
    }

    [Fact]
    public async Task A_chain_made_anew_over_an_altered_line_is_found_by_a_root_noted_elsewhere_and_by_nothing_else()
    {
        await SealedAssignmentAsync();
        var noted = NotedRoot.Of(await LastSealAsync());
        Assert.Equal(ExitCode.Done, (await VerifyAsync("--root", noted.ToString())).Code);

        await AttackAsync("update journal_lines set reason = 'x' where act = 'LetterRegistered'; delete from sealed_rows; delete from seals");
        await SealAsync();

        Assert.Equal(ExitCode.Done, (await VerifyAsync()).Code);
        var (code, told) = await VerifyAsync("--root", $"{noted},{noted with { Number = 99 }}");
        Assert.Equal(ExitCode.Found, code);
        Assert.Contains("第 99 号封印：现有封印里没有", told, StringComparison.Ordinal);
        Assert.Contains($"第 {noted.Number} 号封印：", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_cut_off_is_found_by_a_root_noted_elsewhere()
    {
        await SealedAssignmentAsync();
        await app.RegisteredAsync("8", "2026-6-17 9:00");
        await SealAsync();
        var noted = NotedRoot.Of(await LastSealAsync());

        await AttackAsync($"delete from journal_lines where id in (select row_id from sealed_rows where seal_number = {noted.Number}); delete from sealed_rows where seal_number = {noted.Number}; delete from seals where number = {noted.Number}");

        Assert.Equal(ExitCode.Done, (await VerifyAsync()).Code);
        var (code, told) = await VerifyAsync("--root", noted.ToString());
        Assert.Equal(ExitCode.Found, code);
        Assert.Contains($"第 {noted.Number} 号封印：现有封印里没有，与登记的根不符", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--root")]
    [InlineData("--root", "12")]
    [InlineData("--root", "12:abc")]
    public async Task A_root_that_cannot_be_read_is_misuse_and_never_a_whole_chain(params string[] root)
    {
        var (code, told) = await VerifyAsync(root);

        Assert.Equal(ExitCode.Misuse, code);
        Assert.Contains("--root 编号:根", told, StringComparison.Ordinal);
    }

    public void Dispose() => desk.Dispose();

    // One notice's case, proposed; sealed, so that nothing is left over.
    private async Task<(Guid Assignment, Guid Decision)> SealedAssignmentAsync()
    {
        if (!await app.InDbAsync(db => db.Assignments.AnyAsync()))
        {
            await app.LawFirmAsync("重庆验甲律师事务所", "验甲");
            await app.ProposedAsync(await app.RegisteredAsync("7", "2026-6-17 9:00"));
        }

        await SealAsync();
        return await app.InDbAsync(async db =>
        {
            var made = await db.Assignments.AsNoTracking().SingleAsync();
            return (made.Id, made.DecisionId);
        });
    }

    private async Task SealAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SealJournal>().RunAsync(default);
    }

    private Task<Seal> LastSealAsync() => app.InDbAsync(db => db.Seals.AsNoTracking().OrderByDescending(s => s.Number).FirstAsync());

    private async Task<(int Code, string Told)> VerifyAsync(params string[] options)
    {
        await using var output = new StringWriter();
        var code = await VerifyCommand.RunAsync([.. desk.Arguments(), .. options], output, default);
        return (code, output.ToString().Trim());
    }

    private async Task<string> ReadAsync(string column, Guid decision)
    {
        await using var source = NpgsqlDataSource.Create(app.OwnerConnection + ";Pooling=false");
        await using var command = source.CreateCommand($"select {column}::text from decision_records where id = '{decision}'");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    // No trigger stands in an owner's way.
    private Task AttackAsync(string sql) => BackupDesk.RunAsync(app.Database, $"set session_replication_role = replica; {sql}");
}
