using System.Net;
using LegalAid.Rules.Common;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Commands;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Registry;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace LegalAid.Web.Tests.Fairness;

/// <summary>The order of a queue is drawn by lots that were laid down before the list was known, and that anybody can check afterwards.</summary>
public sealed class LotteryTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-11.1")]
    public async Task The_seed_is_committed_to_with_the_upload_drawn_with_at_the_import_and_published()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var uploaded = await UploadAsync(clerk, 1, "甲", "乙", "丙");
        var committed = (await CommitmentsAsync()).Find(c => c.Kind == QueueKind.Criminal)!;
        Assert.Contains(committed.SeedHash, (await clerk.OpenAsync("/fairness/lottery")).Text, StringComparison.Ordinal);
        Assert.False(await app.InDbAsync(db => db.LotteryDraws.AnyAsync(d => d.CommitmentId == committed.Id)));

        await ConfirmAsync(clerk, uploaded);

        var draw = await app.InDbAsync(db => db.LotteryDraws.AsNoTracking().SingleAsync(d => d.CommitmentId == committed.Id));
        Assert.Equal(committed.SeedHash, Lottery.Commitment(draw.Seed));
        Assert.Empty(draw.Publication(committed).Faults());
        var places = await app.InDbAsync(db => db.QueuePlaces.Where(p => p.QueueId == draw.QueueId && p.DrawnOrder >= draw.FirstPosition).OrderBy(p => p.DrawnOrder).Take(draw.Entries.Count)
            .Join(db.Institutions, p => p.InstitutionId, i => i.Id, (_, institution) => institution.Name).ToListAsync());
        Assert.Equal(draw.Entries, places);
        await ShownToEverybodyAsync(draw);
        await JournalHasAsync(committed, draw);
    }

    [Fact]
    public async Task Each_draw_has_a_seed_of_its_own_and_who_comes_later_stands_behind()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        await ConfirmAsync(clerk, await UploadAsync(clerk, 21, "丁"));
        var before = await CommitmentsAsync();
        await ConfirmAsync(clerk, await UploadAsync(clerk, 31, "戊", "己"));

        var draws = await app.InDbAsync(db => db.LotteryDraws.AsNoTracking().OrderBy(d => d.FirstPosition).ToListAsync());
        Assert.Equal(draws.Count, draws.Select(d => d.Seed).Distinct(StringComparer.Ordinal).Count());
        foreach (var queue in draws.GroupBy(d => d.QueueId))
        {
            Assert.Equal(Enumerable.Range(1, queue.Sum(d => d.Entries.Count)), queue.SelectMany(d => Enumerable.Range(d.FirstPosition, d.Entries.Count)));
        }

        Assert.All(before, c => Assert.Contains(draws, d => d.CommitmentId == c.Id));      // the second import drew with what the first had laid down
        var (count, faults) = await LotteryCommand.CheckAsync(app.Services, default);
        Assert.Equal((draws.Count, 0), (count, faults.Count));
    }

    [Theory]
    [InlineData("update lottery_draws set seed = 'x'")]
    [InlineData("update lottery_commitments set seed_hash = 'x'")]
    public async Task What_was_committed_to_and_published_is_never_changed(string sql)
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        await ConfirmAsync(clerk, await UploadAsync(clerk, sql.Length, $"庚{sql.Length}"));
        await using var source = NpgsqlDataSource.Create(app.OwnerConnection);
        await using var command = source.CreateCommand(sql);

        Assert.Equal("23001", (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
    }

    [Fact]
    public async Task The_published_text_is_checked_without_a_database_and_a_changed_one_is_found()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        await ConfirmAsync(clerk, await UploadAsync(clerk, 39, "癸"));
        app.Clock.Set(app.Clock.Now.AddHours(3));
        await ConfirmAsync(clerk, await UploadAsync(clerk, 41, "辛", "壬"));
        var id = await app.InDbAsync(db => db.LotteryDraws.OrderByDescending(d => d.AtUtc).ThenByDescending(d => d.FirstPosition).Select(d => d.Id).FirstAsync());
        var file = Path.GetTempFileName();
        var text = System.Text.Encoding.UTF8.GetString(await clerk.DownloadAsync($"/fairness/lottery/{id}?handler=Text"));

        Assert.Contains($"抽出：{app.Clock.Now:yyyy-MM-dd HH:mm:ss}", text, StringComparison.Ordinal);
        Assert.Contains("3 小时 0 分钟", (await clerk.OpenAsync($"/fairness/lottery/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Done, "抽签 1 次已重算，不符 0 处"), await VerifyAsync(file, text));
        Assert.Equal(ExitCode.Found, (await VerifyAsync(file, text.TrimEnd() + "补上的律师事务所\n")).Code);
        Assert.Equal(ExitCode.Misuse, (await VerifyAsync(file, "别的文件")).Code);
        Assert.Equal(ExitCode.Misuse, await LotteryCommand.RunAsync(["draw"], TextWriter.Null, default));
        File.Delete(file);
    }

    private static async Task<(int Code, string Told)> VerifyAsync(string file, string text)
    {
        await File.WriteAllTextAsync(file, text);
        await using var told = new StringWriter();
        return (await LotteryCommand.RunAsync(["verify", file], told, default), told.ToString().Trim());
    }

    private async Task ShownToEverybodyAsync(LotteryDraw draw)
    {
        foreach (var role in new[] { Roles.Clerk, Roles.Director, Roles.Bureau })
        {
            var page = await (await app.AsAsync(role)).OpenAsync($"/fairness/lottery/{draw.Id}");
            Assert.Contains("已重算：种子、名单、次序与登记的一致", page.Text, StringComparison.Ordinal);
            Assert.Contains(draw.Seed, page.Text, StringComparison.Ordinal);
        }

        var firm = await app.InDbAsync(db => db.Institutions.Where(i => i.Name == draw.Entries[0]).Select(i => i.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.OK, (await (await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm)).OpenAsync($"/fairness/lottery/{draw.Id}")).Status);
    }

    private async Task JournalHasAsync(LotteryCommitment committed, LotteryDraw draw)
    {
        var lines = await app.InDbAsync(db => db.Journal.Where(l => l.SubjectId == committed.Id || l.SubjectId == draw.QueueId).ToListAsync());
        Assert.Contains(lines, l => l.Act == Act.LotteryCommitted && l.Details!.Contains(committed.SeedHash, StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Act == Act.LotteryDrawn && l.Details!.Contains(draw.ListHash, StringComparison.Ordinal));
        Assert.All(lines.Where(l => l.Act == Act.LotteryCommitted), l => Assert.DoesNotContain(draw.Seed, l.Details!, StringComparison.Ordinal));
    }

    private Task<List<LotteryCommitment>> CommitmentsAsync() =>
        app.InDbAsync(db => db.LotteryCommitments.AsNoTracking().Where(c => !db.LotteryDraws.Any(d => d.CommitmentId == c.Id)).ToListAsync());

    private static Task<WebPage> UploadAsync(Visitor clerk, int number, params string[] firms) => RegistryPages.UploadAsync(clerk, "/registry/import", "Roster", TestRoster.File(
        firms.Select((firm, index) => TestRoster.Person(600 + number + index) with { Institution = $"重庆签{firm}律师事务所" })));

    private static Task<WebPage> ConfirmAsync(Visitor clerk, WebPage preview) => RegistryPages.ConfirmAsync(clerk, preview);
}
