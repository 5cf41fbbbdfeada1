using LegalAid.Web.Tests.App;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace LegalAid.Web.Tests.Journal;

/// <summary>The journal only grows: what the pages ask of it every day is found by an index, also under row-level security.</summary>
public sealed class JournalIndexTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("subject_id = '{0}' order by at_utc desc", "Index Cond: (subject_id")]
    [InlineData("office_id = '{0}' and at_utc >= '2026-06-01' order by at_utc desc, id desc limit 50", "Index Cond: ((office_id")]
    public async Task A_page_reads_its_lines_by_an_index(string asked, string found)
    {
        await using var source = NpgsqlDataSource.Create(app.Services.GetRequiredService<IConfiguration>().GetConnectionString("App")!);
        await using var connection = await source.OpenConnectionAsync();
        await RunAsync(connection, $"select set_config('app.offices', '{app.OfficeId}', false)");
        await RunAsync(connection, "set enable_seqscan = off");      // the tables of a test are too small to be worth an index

        var plan = await RunAsync(connection, "explain select * from journal_lines where " + asked.Replace("{0}", app.OfficeId.ToString(), StringComparison.Ordinal));

        Assert.Contains(found, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await rows.ReadAsync())
        {
            lines.Add(rows.GetString(0));
        }

        return string.Join('\n', lines);
    }
}
