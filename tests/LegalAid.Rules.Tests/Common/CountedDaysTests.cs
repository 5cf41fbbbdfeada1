using LegalAid.Rules.Common;
using Xunit;
using static LegalAid.Rules.Tests.Common.Calendars;

namespace LegalAid.Rules.Tests.Common;

/// <summary>Which day counts and why: what the page shows under 计算过程.</summary>
public sealed class CountedDaysTests
{
    [Fact]
    public void Days_over_a_holiday_are_told_one_by_one()
    {
        var deadline = Deadline.Count(Moment("2026-06-17 10:20"), new(3, PeriodUnit.Days, true, "LAW-36"), Known);

        Assert.Equal(
            """
            06-17 - 起算当日不计
            06-18 1 第1日
            06-19 2 第2日（端午节放假，按日计算照计）
            06-20 3 第3日，末日逢端午节放假，顺延
            06-21 - 端午节放假，继续顺延
            06-22 - 末日顺延至本日（工作日）
            """,
            Told(deadline));
    }

    [Fact]
    public void Working_days_skip_weekends_and_count_made_up_ones()
    {
        var deadline = Deadline.Count(Moment("2026-10-08 09:00"), new(3, PeriodUnit.WorkingDays, false, "BB-6.2"), Known);

        Assert.Equal(
            """
            10-08 - 起算当日不计
            10-09 1 第1个工作日
            10-10 2 第2个工作日（调休上班）
            10-11 - 双休日，不计
            10-12 3 第3个工作日
            """,
            Told(deadline));
    }

    [Fact]
    public void A_pause_is_told_and_so_is_a_year_without_a_plan()
    {
        var deadline = Deadline.Count(Moment("2026-12-30 09:00"), new(3, PeriodUnit.Days, true, "LAW-43"), Known, [new(Day("2026-12-31"), Day("2026-12-31"))]);

        Assert.Equal(
            """
            12-30 - 起算当日不计
            12-31 - 期限暂停，不计
            01-01 1 第1日（工作日，2027年放假安排未录入，按双休日推算）
            01-02 2 第2日（双休日，2027年放假安排未录入，按双休日推算，按日计算照计）
            01-03 3 第3日，末日逢双休日，2027年放假安排未录入，按双休日推算，顺延
            01-04 - 末日顺延至本日（工作日，2027年放假安排未录入，按双休日推算）
            """,
            Told(deadline));
    }

    [Fact]
    public void An_hour_clock_tells_its_start_and_its_end()
    {
        var deadline = Deadline.Count(Moment("2026-09-30 17:30"), new(24, PeriodUnit.Hours, false, "LAW-39"), Known);

        Assert.Equal(
            """
            09-30 - 17:30起连续计算
            10-01 - 连续计算，休息日照计；满24小时，10月1日（周四）17:30届满
            """,
            Told(deadline));
    }

    private static string Told(Deadline deadline) =>
        string.Join('\n', deadline.Days.Select(d => $"{d.Day:MM-dd} {d.Number?.ToString() ?? "-"} {d.Why}"));
}
