using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Storms;

/// <summary>Two processes on one database are one office to whoever works there: what one hands out the other accepts, and what falls due is done once.</summary>
public sealed partial class TwoProgramsTests
{
    private const string Applications = "/intake/applications/new";
    private const int DueRuns = 3;

    [Fact]
    public async Task Signed_in_at_one_process_one_works_at_the_other_and_each_opens_what_the_other_sealed()
    {
        await using var two = await TwoPrograms.StartAsync();
        var password = await two.A.AccountAsync(Roles.Clerk, "two-clerk");
        var cookies = new CookieContainer();
        var (atA, atB) = (two.A.VisitorWith(cookies), two.B.VisitorWith(cookies));
        await atA.SubmitAsync("/signin", ("Form.UserName", "two-clerk"), ("Form.Password", password));

        Assert.Equal(HttpStatusCode.OK, (await atB.OpenAsync("/cases")).Status);
        await TakenAsync(opensAt: atA, sendsAt: atB, "跨甲", "13900004417");
        await TakenAsync(opensAt: atB, sendsAt: atA, "跨乙", "13900005528");
        await atB.SendAsync("/sign-out", await atA.OpenAsync("/sign-out"), []);
        Assert.Equal(HttpStatusCode.Found, (await atA.OpenAsync("/cases")).Status);

        // Both made their first start on this database at once: one of each, not two.
        Assert.Equal(1, await two.InDbAsync(db => db.DeploymentFacts.CountAsync()));
        Assert.Equal(1, await two.InDbAsync(db => db.SignInKeys.CountAsync()));
        Assert.DoesNotContain("<key", System.Text.Encoding.UTF8.GetString((await two.InDbAsync(db => db.SignInKeys.SingleAsync())).Content.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_due_run_is_done_by_one_process_and_when_one_is_killed_the_other_goes_on()
    {
        await using var two = await TwoPrograms.StartAsync("--Yuanku:Jobs:Seal=* * * * * ?", "--Logging:LogLevel:LegalAid.Web.Jobs=Debug");
        var password = await two.A.AccountAsync(Roles.Clerk, "two-clerk");
        var (atA, atB) = (await two.A.SignInAsync("two-clerk", password), await two.B.SignInAsync("two-clerk", password));
        await atA.SubmitAsync(Applications, TestData.Application("2026-6-16 9:00", "轮甲"));
        await atB.SubmitAsync(Applications, TestData.Application("2026-6-16 9:00", "轮乙"));
        await two.A.HearsAsync(told => Runs(told).Count + Runs(two.B.Told).Count >= 2 * DueRuns);
        Assert.Equal(2, await two.InDbAsync(db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from jobs.qrtz_scheduler_state").SingleAsync()));      // both are in the cluster

        var (killed, left, atLeft) = LastOf(two.A) > LastOf(two.B) ? (two.A, two.B, atB) : (two.B, two.A, atA);      // who did the latest is likely at the next
        await killed.KillAsync();
        await atLeft.SubmitAsync(Applications, TestData.Application("2026-6-16 9:00", "轮丙"));
        var before = Runs(left.Told).Count;
        await left.HearsAsync(told => Runs(told).Count >= before + DueRuns);
        await left.StopAsync("TERM");

        var done = Runs(killed.Told).Concat(Runs(left.Told)).Where(run => run.Here).Select(run => run.Due).ToList();
        Assert.Equal(done.Count, done.Distinct().Count());
        Assert.All(Runs(left.Told).TakeLast(DueRuns - 1), run => Assert.True(run.Here));        // nobody else is left
        var rows = await two.InDbAsync(db => db.JobRuns.Where(run => run.Job == "seal").OrderBy(run => run.DueUtc).ToListAsync());
        Assert.All(done, due => Assert.Single(rows, row => row.Job == "seal" && row.DueUtc == due));
        Assert.InRange(rows.Count - done.Count, 0, 1);      // it may have been killed before it could say that it was done
        await EverythingIsSealedOnceAsync(two);
    }

    private static Task<bool> EverythingIsSealedOnceAsync(TwoPrograms two) => two.InDbAsync(async db =>
    {
        Assert.Empty(await SealCheck.FaultsAsync(db, default));
        var taken = await db.Journal.Where(line => line.Act == Act.ApplicationTaken).Select(line => line.Id).ToListAsync();
        Assert.Equal(3, taken.Count);
        Assert.Equal(3, await db.SealedRows.CountAsync(row => taken.Contains(row.RowId)));
        Assert.True(await db.Seals.CountAsync() <= await db.JobRuns.CountAsync());
        return true;
    });

    // The form and its token come from one process; it is sent to the other, which seals the number; the first opens it and shows its end.
    private static async Task TakenAsync(Visitor opensAt, Visitor sendsAt, string recipient, string phone)
    {
        var form = await opensAt.OpenAsync(Applications);
        var taken = await sendsAt.SendAsync(Applications, form, [.. TestData.Application("2026-6-16 9:00", recipient), ("Form.RecipientPhone", phone)]);
        var again = await opensAt.SendAsync(Applications, form, [.. TestData.Application("2026-6-16 9:00", recipient), ("Form.RecipientPhone", phone)]);

        Assert.True(taken.Status == HttpStatusCode.Found, $"{taken.Status} {taken.Text}");
        Assert.Equal(taken.Location, again.Location);       // sent once more at the other process: the same effect
        Assert.Contains(phone[^4..], (await opensAt.OpenAsync(taken.Location!)).Text, StringComparison.Ordinal);
    }

    private static DateTime LastOf(LiveProgram program) => Runs(program.Told).Select(run => run.Due).DefaultIfEmpty().Max();

    internal static List<(DateTime Due, bool Here)> Runs(string told) =>
    [
        .. Run().Matches(told).Select(run => (DateTime.Parse(run.Groups["due"].Value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), run.Groups["who"].Value == "here")),
    ];

    [GeneratedRegex("Job seal due (?<due>[0-9TZ:.-]+) was done (?<who>here|by another node)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Run();
}
