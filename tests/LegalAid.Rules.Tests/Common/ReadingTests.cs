using LegalAid.Rules.Common;
using Xunit;
using static LegalAid.Rules.Tests.Common.Calendars;

namespace LegalAid.Rules.Tests.Common;

/// <summary>Dates, phone numbers and names as people type them.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData("2026-3-5", "2026-03-05")]
    [InlineData("2026/3/5", "2026-03-05")]
    [InlineData("2026.3.5", "2026-03-05")]
    [InlineData("2026年3月5日", "2026-03-05")]
    [InlineData("2026年3月5", "2026-03-05")]
    [InlineData("20260305", "2026-03-05")]
    [InlineData("２０２６－３－５", "2026-03-05")]
    [InlineData(" 2026 年 3 月 5 日 ", "2026-03-05")]
    [InlineData("2028-2-29", "2028-02-29")]
    public void A_date_is_read_in_every_usual_form(string text, string day)
    {
        Assert.True(ChineseDate.TryParse(text, out var read, out var reason));
        Assert.Equal(Day(day), read);
        Assert.Null(reason);
    }

    [Theory]
    [InlineData("1988-02-30", "没有这一天：1988年2月30日")]
    [InlineData("2026-2-29", "没有这一天：2026年2月29日")]      // no leap year
    [InlineData("2026-13-1", "没有这一天：2026年13月1日")]
    [InlineData("2026-0-1", "没有这一天：2026年0月1日")]
    [InlineData("2026-1-0", "没有这一天：2026年1月0日")]
    [InlineData("0000-1-1", "没有这一天：0年1月1日")]
    [InlineData("2026-3/5", "日期写法无法识别")]                // mixed signs: a slip, not a date
    [InlineData("26-3-5", "日期写法无法识别")]
    [InlineData("2026035", "日期写法无法识别")]
    [InlineData("3月5日", "日期写法无法识别")]
    [InlineData("2026-3-5 10:00", "日期写法无法识别")]
    [InlineData(" ", "日期为空")]
    [InlineData(null, "日期为空")]
    public void What_is_no_date_is_refused_with_a_reason(string? text, string reason)
    {
        Assert.False(ChineseDate.TryParse(text, out _, out var told));
        Assert.StartsWith(reason, told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("13812345678")]
    [InlineData("１３８１２３４５６７８")]
    [InlineData("138-1234-5678")]
    [InlineData("+86 138 1234 5678")]
    public void A_mobile_number_is_read_and_shown_masked(string text)
    {
        Assert.True(PhoneNumber.TryParse(text, out var number, out _));
        Assert.Equal("13812345678", number.Digits);
        Assert.Equal("138****5678", number.Masked);
        Assert.Equal("138****5678", number.ToString());     // never whole in a log line
    }

    [Theory]
    [InlineData("1380013800", "手机号应为11位，现为10位")]
    [InlineData("138001380000", "手机号应为11位，现为12位")]
    [InlineData("12812345678", "手机号应以13至19开头")]
    [InlineData("23812345678", "手机号应以13至19开头")]
    [InlineData("1381234567x", "手机号只能是数字")]
    [InlineData("", "手机号为空")]
    public void What_is_no_mobile_number_is_refused_with_a_reason(string text, string reason)
    {
        Assert.False(PhoneNumber.TryParse(text, out _, out var told));
        Assert.Equal(reason, told);
    }

    [Theory]
    [InlineData("唐　妹艳", "唐妹艳")]
    [InlineData(" 李 明 ", "李明")]
    [InlineData("阿卜杜拉•买买提", "阿卜杜拉·买买提")]
    [InlineData("古丽・阿依", "古丽·阿依")]
    [InlineData("John  Smith", "John Smith")]
    public void A_name_loses_the_blanks_that_only_space_it_out(string text, string name) => Assert.Equal(name, TextCleaning.PersonName(text));

    [Theory]
    [InlineData("　重庆测试 律师事务所 ", "重庆测试律师事务所")]
    [InlineData("重庆测试(北碚)律师事务所", "重庆测试（北碚）律师事务所")]
    public void A_firm_is_found_under_one_spelling(string text, string name) => Assert.Equal(name, TextCleaning.OrganisationName(text));

    [Theory]
    [InlineData("刑事辩护、民事代理", "刑事辩护|民事代理")]
    [InlineData("刑事辩护，民事代理, 劳动仲裁；", "刑事辩护|民事代理|劳动仲裁")]
    [InlineData("", "")]
    public void A_list_in_one_cell_is_read_whatever_the_comma(string text, string list) => Assert.Equal(list, string.Join('|', TextCleaning.List(text)));

    [Theory]
    [InlineData("ＡＢ１２－３　", "AB12-3")]
    [InlineData("～！", "~!")]
    public void Full_width_signs_become_plain(string text, string narrow) => Assert.Equal(narrow, TextCleaning.Narrow(text));
}
