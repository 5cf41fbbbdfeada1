using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using Xunit;

namespace LegalAid.Rules.Tests.Registry;

public sealed class LeavesTests
{
    private static readonly DateOnly Today = new(2026, 6, 17);

    [Theory]
    [InlineData("2026-06-17 2026-06-17", "", "", "")]                                   // from today on, one day
    [InlineData("2026-06-16 2026-06-18", "", "", "leave-past")]
    [InlineData("2026-06-20 2026-06-19", "", "", "leave-days")]
    [InlineData("2026-06-17 2026-12-13", "", "", "")]                                   // 180 days
    [InlineData("2026-06-17 2026-12-14", "", "", "leave-long")]                         // 181
    [InlineData("2026-07-05 2026-07-10", "2026-07-01 2026-07-05", "", "leave-asked")]
    [InlineData("2026-07-06 2026-07-10", "2026-07-01 2026-07-05", "", "")]              // back to back with what waits
    [InlineData("2026-07-05 2026-07-10", "", "Leave 2026-07-01 2026-07-05", "absence-overlaps")]
    [InlineData("2026-07-06 2026-07-10", "", "Leave 2026-07-01 2026-07-05", "")]        // and with what is recorded
    [InlineData("2026-07-06 2026-07-10", "", "Suspension 2026-06-01 -", "absence-overlaps")]
    [InlineData("2026-12-31 2027-01-05", "", "", "")]                                   // begins on the last day in the pool
    [InlineData("2027-01-01 2027-01-05", "", "", "absence-after-leaving")]
    [Clause("REG-25")]
    public void A_member_asks_for_days_from_today_on_that_nothing_else_takes(string wanted, string waiting, string recorded, string expected)
    {
        var (first, last) = Days(wanted);
        var known = new LeaveFacts(
            recorded.Length == 0 ? [] : [Parse(recorded)],
            waiting.Length == 0 ? [] : [Parse("Leave " + waiting)],
            new(new(2024, 1, 1), new(2027, 1, 1)));

        Assert.Equal(expected, Leaves.WhyNotAsk(first, last, known, Today)?.Code ?? "");
    }

    [Fact]
    public void The_other_period_is_named()
    {
        var known = new LeaveFacts([Parse("Leave 2026-08-01 2026-08-05")], [Parse("Leave 2026-07-01 2026-07-05")], new(new(2024, 1, 1)));

        Assert.Contains("正在等待答复的请假（2026-07-01 至 2026-07-05）", Leaves.WhyNotAsk(new(2026, 7, 5), new(2026, 7, 6), known, Today)!.Message, StringComparison.Ordinal);
        Assert.Contains("已登记的请假（2026-08-01 至 2026-08-05）", Leaves.WhyNotAsk(new(2026, 7, 31), new(2026, 8, 1), known, Today)!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true, null, "")]
    [InlineData(true, false, "人手不足", "")]
    [InlineData(true, false, " ", "leave-reason")]
    [InlineData(false, true, null, Refusal.StaleCode)]
    [InlineData(false, false, "人手不足", Refusal.StaleCode)]
    public void A_request_is_answered_once_and_a_no_has_its_reason(bool waits, bool agrees, string? note, string expected) =>
        Assert.Equal(expected, Leaves.WhyNotAnswer(waits, agrees, note)?.Code ?? "");

    [Fact]
    public void Only_what_waits_is_withdrawn()
    {
        Assert.Null(Leaves.WhyNotWithdraw(waits: true));
        Assert.Equal(Refusal.StaleCode, Leaves.WhyNotWithdraw(waits: false)!.Code);
    }

    [Theory]
    [InlineData("2026-06-15 2026-06-20", "2026-06-17", "", false)]                       // back today: away until yesterday
    [InlineData("2026-06-15 2026-06-20", "2026-06-16", "leave-back-past", false)]
    [InlineData("2026-06-15 2026-06-20", "2026-06-20", "", false)]                       // one day sooner
    [InlineData("2026-06-15 2026-06-20", "2026-06-21", "leave-back-late", false)]        // as it was anyway
    [InlineData("2026-06-10 2026-06-16", "2026-06-17", "leave-over", false)]
    [InlineData("2026-06-10 2026-06-17", "2026-06-17", "", false)]                       // its last day
    [InlineData("2026-06-17 2026-06-20", "2026-06-17", "", true)]                        // never away
    [InlineData("2026-06-18 2026-06-20", "2026-06-17", "", true)]
    [InlineData("2026-06-18 2026-06-20", "2026-06-18", "", true)]
    [InlineData("2026-06-18 2026-06-20", "2026-06-19", "", false)]
    public void Coming_back_early_shortens_a_leave_or_undoes_it(string leave, string back, string expected, bool fallsAway)
    {
        var known = Parse("Leave " + leave);
        var day = DateOnly.Parse(back);

        Assert.Equal(expected, Leaves.WhyNotReturn(known, day, Today)?.Code ?? "");
        Assert.Equal(fallsAway, Leaves.FallsAway(known, day));
    }

    [Fact]
    public void Every_kind_of_leave_has_a_name() =>
        Assert.Equal(Enum.GetValues<LeaveKind>().Length, Enum.GetValues<LeaveKind>().Select(Leaves.NameOf).Distinct().Count());

    private static (DateOnly First, DateOnly Last) Days(string text) => (DateOnly.Parse(text[..10]), DateOnly.Parse(text[11..]));

    private static TimeAway Parse(string text) => text.Split(' ') is [var kind, var first, var last]
        ? new(Enum.Parse<AbsenceKind>(kind), DateOnly.Parse(first), last == "-" ? null : DateOnly.Parse(last))
        : throw new ArgumentException("kind first last", nameof(text));
}
