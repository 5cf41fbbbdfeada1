using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store.Database;
using LegalAid.Store.Decisions;
using LegalAid.Web.Commands;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;
using AnyQuestion = LegalAid.Rules.Tests.Assignment.Questions;

namespace LegalAid.Web.Tests.Storms;

/// <summary>
/// Stored decisions taken to another server and recomputed there by another process, where the clock, the words and the digits are others: nothing differs, and one
/// that was altered is named.
/// </summary>
public sealed class VerifyElsewhereTests
{
    private const string Zone = "America/St_Johns";        // half an hour off every other
    private const string Language = "tr_TR.UTF-8";           // whose small I has no dot

    [Fact]
    public Task Decisions_restored_on_another_server_recompute_in_another_time_zone_and_language() => RecomputeAsync(decisions: 40);

    [Fact]
    [Trait("Length", "Long")]
    public Task Ten_thousand_decisions_restored_on_another_server_recompute_in_another_time_zone_and_language() => RecomputeAsync(decisions: 10_000);

    private static async Task RecomputeAsync(int decisions)
    {
        await using var here = new LiveProgram();
        await here.StartAsync();
        await StoreAsync(here, decisions);
        await SaysAsync(here.RunAsync("seal"), "号封印");
        await SaysAsync(here.RunAsync("backup", here.In("office.dump")), "备份");

        await using var elsewhere = new LiveProgram();
        elsewhere.TakeKeysOf(here);
        await SaysAsync(elsewhere.RunElsewhereAsync(Zone, Language, "restore", here.In("office.dump")), "与清单一致");
        await SaysAsync(elsewhere.RunElsewhereAsync(Zone, Language, "verify"), $"决定 {decisions} 件已复算，不一致 0 件");

        await elsewhere.StartAsync();
        var altered = await AlterAsync(elsewhere);
        var (code, told) = await elsewhere.RunElsewhereAsync(Zone, Language, "verify");
        Assert.Equal(ExitCode.Found, code);
        Assert.Contains($"决定 {altered}：复算结果与记录不一致", told, StringComparison.Ordinal);
    }

    private static async Task SaysAsync(Task<(int Code, string Text)> command, string says)
    {
        var (code, text) = await command;
        Assert.True(code == ExitCode.Done && text.Contains(says, StringComparison.Ordinal), text);
    }

    // As the program stores them, on the office's own clock and in its words.
    private static Task<bool> StoreAsync(LiveProgram program, int decisions) => InAsync(program, async db =>
    {
        var office = await db.Offices.Where(o => o.Code == "BB").Select(o => o.Id).SingleAsync();
        await db.InsertAsync([.. Enumerable.Range(0, decisions).Select(seed => Record(office, seed))], default);
        return true;
    });

    private static DecisionRecord Record(Guid office, int seed)
    {
        var facts = seed % 2 == 0 ? AnyQuestion.Any(new Random(seed)) : AnyQuestion.OverPersons(new Random(seed));
        var decision = AssignmentDecision.Decide(facts);
        return new()
        {
            Id = Guid.CreateVersion7(),
            OfficeId = office,
            MadeAtUtc = new(2026, 6, 17, 2, 0, 0, DateTimeKind.Utc),
            Kind = DecisionKinds.Assignment,
            SubjectId = Guid.CreateVersion7(),
            RuleBookVersion = "BB CN",
            Facts = CanonicalJson.Write(facts),
            Result = CanonicalJson.Write(decision),
            Clauses = [.. decision.ClauseIds],
        };
    }

    private static Task<Guid> AlterAsync(LiveProgram program) => InAsync(program, async db =>
    {
        var id = await db.Decisions.OrderBy(d => d.Id).Select(d => d.Id).FirstAsync();
        await db.Database.OpenConnectionAsync();        // the setting is the connection's
        await db.Database.ExecuteSqlAsync($"set session_replication_role = replica");
        await db.Database.ExecuteSqlAsync($"update decision_records set result = result || ' ' where id = {id}");
        return id;
    });

    private static async Task<T> InAsync<T>(LiveProgram program, Func<Store.AidDb, Task<T>> act)
    {
        await using var server = await program.DatabaseAsync();
        await using var source = NpgsqlDataSource.Create(server.Connections.Owner);
        await using var db = AidDatabase.Open(source);
        await db.SeeAsync(await db.Offices.Select(o => o.Id).ToListAsync(), default);
        return await act(db);
    }
}
