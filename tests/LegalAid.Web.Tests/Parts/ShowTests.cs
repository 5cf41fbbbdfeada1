using LegalAid.Web.Parts;
using Xunit;

namespace LegalAid.Web.Tests.Parts;

/// <summary>How days are written.</summary>
public sealed class ShowTests
{
    [Theory]
    [InlineData("至2026-11-20近3年没有记录", "至2026年11月20日近3年没有记录")]
    [InlineData("首次领取执业证2016-07-01，至2026-11-20满10年", "首次领取执业证2016年7月1日，至2026年11月20日满10年")]
    [InlineData("案件2026-0317", "案件2026-0317")]
    [InlineData("编号2026-11-200", "编号2026-11-200")]
    [InlineData("2026-13-01", "2026-13-01")]
    public void A_sentence_tells_its_days_as_people_write_them(string told, string shown) => Assert.Equal(shown, Show.Sentence(told));

    [Theory]
    [InlineData("2026-06-17T06:00", "2026-06-17T09:00", "6月17日（周三）14:00 至 17:00")]
    [InlineData("2026-06-17T06:00", "2026-06-18T09:00", "6月17日（周三）14:00 至 6月18日（周四）17:00")]
    [InlineData("2026-06-17T06:00", "2026-06-17T16:00", "6月17日（周三）14:00 至 6月17日（周三）24:00")]
    public void A_period_writes_its_day_once(string startsUtc, string endsUtc, string shown) =>
        Assert.Equal(shown, Show.Span(Utc(startsUtc), Utc(endsUtc), Utc("2026-06-17T01:00")));

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
