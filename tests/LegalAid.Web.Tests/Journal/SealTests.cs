using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Jobs;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace LegalAid.Web.Tests.Journal;

/// <summary>The chain behind the journal: everything is covered once, and one altered byte is found.</summary>
public sealed class SealTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_was_written_since_the_last_seal_is_covered_by_the_next_and_nothing_twice()
    {
        await WriteAsync("未甲");
        var first = await SealAsync();
        Assert.Null(await SealAsync());     // nothing new
        await WriteAsync("未乙");
        var second = await SealAsync();

        Assert.Equal(first!.Number + 1, second!.Number);
        Assert.Equal(first.Hash, second.PreviousHash);
        Assert.Empty(await CheckAsync());
        Assert.Equal(0, await EverywhereAsync(db => db.Journal.CountAsync(l => !db.SealedRows.Any(r => r.RowId == l.Id))));
        Assert.Contains(Convert.ToHexStringLower(second.Hash), (await (await app.AsAsync(Roles.Auditor)).OpenAsync("/journal")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_commits_late_is_covered_by_the_next_seal()
    {
        await SealAsync();
        await WriteAsync("未丙");
        await SealAsync();
        var late = await EverywhereAsync(async db =>
        {
            var line = new JournalLine { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, AtUtc = app.Clock.UtcNow.AddHours(-3), Act = Act.SignedIn, SubjectId = Guid.CreateVersion7(), OfficerId = null };
            db.Add(line);
            await db.SaveChangesAsync();
            return line.Id;
        });

        var seal = await SealAsync();

        Assert.Equal(seal!.Number, await EverywhereAsync(db => db.SealedRows.Where(r => r.RowId == late).Select(r => r.SealNumber).SingleAsync()));
        Assert.Empty(await CheckAsync());
    }

    [Fact]
    public async Task Sealers_at_once_make_one_chain()
    {
        await Task.WhenAll(Enumerable.Range(1, 6).Select(async n =>
        {
            await WriteAsync($"未丁{n}");
            await SealAsync();
        }));

        var numbers = await EverywhereAsync(db => db.Seals.OrderBy(s => s.Number).Select(s => s.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(n => (long)n), numbers);
        Assert.Empty(await CheckAsync());
    }

    private async Task WriteAsync(string recipient) =>
        await (await app.AsAsync(Roles.Clerk)).SubmitAsync("/intake/applications/new", TestData.Application("2026-6-16 9:00", recipient));

    private async Task<Seal?> SealAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SealJournal>().RunAsync(default);
    }

    private Task<List<SealFault>> CheckAsync() => EverywhereAsync(db => SealCheck.FaultsAsync(db, default));

    private async Task<T> EverywhereAsync<T>(Func<AidDb, Task<T>> ask)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AidDb>();
        await db.SeeAsync(await db.Offices.Select(o => o.Id).ToListAsync(), default);
        return await ask(db);
    }
}

/// <summary>Somebody who owns the database changes what was sealed.</summary>
public sealed class BrokenSealTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("update journal_lines set reason = 'x' where act = 'ApplicationTaken'", "封存以后被改动")]
    [InlineData("update journal_lines set act = 'applicationTaken' where act = 'ApplicationTaken'", "封存以后被改动")]       // the mapping would read it as before
    [InlineData("update journal_lines set act = 'Nothing' where act = 'ApplicationTaken'", "封存以后被改动")]                // and could not read this
    [InlineData("update journal_lines set at_utc = at_utc + interval '1 microsecond' where act = 'ApplicationTaken'", "已不存在")]
    [InlineData("delete from journal_lines where act = 'ApplicationTaken'", "已不存在")]
    [InlineData("delete from sealed_rows where seal_number = 1 and row_id in (select id from journal_lines where act = 'ApplicationTaken')", "行，现有")]
    [InlineData("update sealed_rows set digest = sha256('x') where seal_number = 1", "封印本身已被改动")]
    [InlineData("update seals set sealed_at_utc = sealed_at_utc - interval '1 day' where number = 1", "封印本身已被改动")]
    [InlineData("update seals set hash = sha256('x') where number = 1", "封印本身已被改动")]
    [InlineData("update seals set previous_hash = sha256('x') where number = 2", "与上一号封印接不上")]
    [InlineData("delete from seals where number = 1", "前面缺少第 1 号封印")]
    public async Task A_change_behind_the_programs_back_is_found(string attack, string told)
    {
        for (var n = 1; n <= 2; n++)
        {
            await (await app.AsAsync(Roles.Clerk)).SubmitAsync("/intake/applications/new", TestData.Application("2026-6-16 9:00", $"申甲{n}"));
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SealJournal>().RunAsync(default);
        }

        Assert.Empty(await CheckAsync());
        await using (var attacker = await AttackerAsync())
        {
            await using var transaction = await attacker.BeginTransactionAsync();
            await RunAsync(attacker, "set local session_replication_role = replica");       // no trigger stands in an owner's way
            await RunAsync(attacker, attack);
            Assert.Contains(await CheckOnAsync(attacker), fault => fault.What.Contains(told, StringComparison.Ordinal));
            await transaction.RollbackAsync();
        }

        Assert.Empty(await CheckAsync());
    }

    // The tables are parted by year, so the moment belongs to their key and the database takes the same id again.
    [Theory]
    [InlineData("insert into journal_lines (id, at_utc, office_id, act, subject_id, reason) select id, at_utc + interval '1 hour', office_id, act, subject_id, 'x' from journal_lines where act = 'ApplicationTaken' limit 1", "不止一行")]
    [InlineData("insert into journal_lines (id, at_utc, office_id, act, subject_id, reason) select id, at_utc - interval '2 years', office_id, act, subject_id, 'x' from journal_lines where act = 'ApplicationTaken' limit 1", "不止一行")]
    [InlineData("insert into decision_records select id, at_utc, office_id, 'assignment', subject_id, 'x', '{}', '{}', array['x'] from journal_lines where act = 'ApplicationTaken' limit 1", "不止一行")]
    [InlineData("insert into decision_records select id, at_utc, office_id, 'assignment', subject_id, 'x', '{}', '{}', array['x'] from journal_lines where act = 'ApplicationTaken' limit 1", "封存以后被改动")]
    public async Task A_second_row_under_a_known_id_which_the_programs_own_role_may_write_is_found(string forgery, string told)
    {
        await (await app.AsAsync(Roles.Clerk)).SubmitAsync("/intake/applications/new", TestData.Application("2026-6-16 9:00", "申乙"));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SealJournal>().RunAsync(default);
        }

        await using var attacker = new NpgsqlConnection(app.Database.App);
        await attacker.OpenAsync();
        await using var transaction = await attacker.BeginTransactionAsync();
        Assert.Empty(await CheckOnAsync(attacker));        // sees every office from here on
        await RunAsync(attacker, forgery);

        Assert.Contains(await CheckOnAsync(attacker), fault => fault.What.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_program_itself_cannot_change_a_seal()
    {
        await using var attacker = await AttackerAsync();

        var error = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(attacker, "update seals set count = 0"));

        Assert.True(error.SqlState is "23001" or "42501", error.SqlState);
    }

    private async Task<NpgsqlConnection> AttackerAsync()
    {
        var connection = new NpgsqlConnection(app.OwnerConnection);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<List<SealFault>> CheckAsync()
    {
        await using var connection = await AttackerAsync();
        return await CheckOnAsync(connection);
    }

    private static async Task<List<SealFault>> CheckOnAsync(NpgsqlConnection connection)
    {
        await using var db = AidDatabase.Over(connection);
        await db.SeeAsync(await db.Offices.Select(o => o.Id).ToListAsync(), default);
        return await SealCheck.FaultsAsync(db, default);
    }
}
