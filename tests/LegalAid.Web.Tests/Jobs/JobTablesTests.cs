using LegalAid.Store.Jobs;
using LegalAid.Web.Jobs;
using LegalAid.Web.Tests.App;
using Npgsql;
using Xunit;

namespace LegalAid.Web.Tests.Jobs;

/// <summary>The scheduler's tables: the owner makes them, the program's own role works in them and changes none, and they are made anew for another version.</summary>
public sealed class JobTablesTests
{
    private const string Tables = "select count(*) from pg_tables where schemaname = 'jobs'";

    [Theory]
    [InlineData("create table jobs.other (id int)")]
    [InlineData("drop table jobs.qrtz_triggers")]
    [InlineData("truncate jobs.qrtz_locks")]
    [InlineData("alter table jobs.qrtz_locks add column other int")]
    [InlineData("create index other on jobs.qrtz_locks (lock_name)")]
    [InlineData("drop schema jobs cascade")]
    [InlineData("comment on schema jobs is 'Quartz 0'")]
    public async Task The_programs_own_role_cannot_change_the_schema(string sql)
    {
        var database = await TestServer.NewDatabaseAsync();

        var refused = await Assert.ThrowsAsync<PostgresException>(() => JobNode.AskAsync(database.App, sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_programs_own_role_reads_and_writes_every_table_and_may_do_nothing_else()
    {
        var database = await TestServer.NewDatabaseAsync();

        var rights = await JobNode.AskAsync(database.Owner, "select table_name, string_agg(privilege_type, ' ' order by privilege_type) from information_schema.role_table_grants where table_schema = 'jobs' and grantee = 'yuanku_app' group by 1");

        Assert.Equal(await JobNode.AskAsync(database.Owner, Tables), [$"{rights.Count}"]);
        Assert.True(rights.Count >= 12);
        Assert.All(rights, table => Assert.EndsWith(" DELETE INSERT SELECT UPDATE", table, StringComparison.Ordinal));
    }

    [Fact]
    public async Task They_are_made_once_for_each_version_and_what_was_half_made_is_finished()
    {
        var database = await TestServer.NewDatabaseAsync();
        const string row = "insert into jobs.qrtz_locks values ('yuanku', 'TEST')";
        const string rows = "select count(*) from jobs.qrtz_locks";
        var whole = await JobNode.AskAsync(database.Owner, Tables);
        await JobNode.AskAsync(database.App, row);

        await JobTables.MakeAsync(database.Owner, default);
        Assert.Equal(["1"], await JobNode.AskAsync(database.App, rows));

        await JobNode.AskAsync(database.Owner, "comment on schema jobs is null; drop table jobs.qrtz_calendars");
        await JobTables.MakeAsync(database.Owner, default);
        Assert.Equal(whole, await JobNode.AskAsync(database.Owner, Tables));
        Assert.Equal(["1"], await JobNode.AskAsync(database.App, rows));

        await JobNode.AskAsync(database.Owner, "comment on schema jobs is 'Quartz 3'; drop table jobs.qrtz_calendars");
        await JobTables.MakeAsync(database.Owner, default);
        Assert.Equal(whole, await JobNode.AskAsync(database.Owner, Tables));
        Assert.Equal(["0"], await JobNode.AskAsync(database.App, rows));
        await JobNode.AskAsync(database.App, row);
    }

    [Fact]
    public async Task They_are_beside_the_records_and_never_among_them()
    {
        var database = await TestServer.NewDatabaseAsync();

        Assert.Equal(["0"], await JobNode.AskAsync(database.Owner, "select count(*) from pg_class where relname like 'qrtz%' and relnamespace <> 'jobs'::regnamespace"));
        Assert.Equal("jobs", JobSchema.Name);
    }
}
