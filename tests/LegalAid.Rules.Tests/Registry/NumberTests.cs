using LegalAid.Rules.Registry;
using Xunit;
using static LegalAid.Rules.Tests.Common.Calendars;

namespace LegalAid.Rules.Tests.Registry;

/// <summary>Invented numbers: their sequence is 000, which no real person has.</summary>
public sealed class NumberTests
{
    [Theory]
    [InlineData("500109198503010006", "1985-03-01")]
    [InlineData("50010919820206000X", "1982-02-06")]
    [InlineData("50010919820206000x", "1982-02-06")]         // a small x is an X
    [InlineData("５００１０９１９８５０３０１０００６", "1985-03-01")]
    [InlineData("500109 19850301 0006", "1985-03-01")]
    public void An_identity_number_is_read_and_gives_the_birth_date(string text, string birthDate)
    {
        Assert.True(IdentityNumber.TryParse(text, out var number, out _));
        Assert.Equal(Day(birthDate), number.BirthDate);
        Assert.Equal(18, number.Value.Length);
        Assert.StartsWith("500***********", number.ToString(), StringComparison.Ordinal);    // never whole in a log line
        Assert.DoesNotContain(number.Value[6..14], number.Masked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("500109198902220001", "身份证号校验位不符，请核对是否输错")]
    [InlineData("500109198503010007", "身份证号校验位不符，请核对是否输错")]      // one more than right
    [InlineData("500109198805010006", "身份证号校验位不符，请核对是否输错")]      // two digits of the date swapped in
    [InlineData("500109198802300006", "身份证号中的出生日期无效：19880230")]
    [InlineData("500109189912310006", "身份证号中的出生日期无效：18991231")]
    [InlineData("50010919850301000", "身份证号应为18位，现为17位")]
    [InlineData("5001091985030100061", "身份证号应为18位，现为19位")]
    [InlineData("50010919850301000A", "身份证号末位应为数字或X")]
    [InlineData("5001091985X3010006", "身份证号前17位应为数字")]
    [InlineData("000109198503010006", "身份证号的行政区划代码无效")]
    [InlineData(null, "身份证号为空")]
    public void What_is_no_identity_number_is_refused_with_a_reason(string? text, string reason)
    {
        Assert.False(IdentityNumber.TryParse(text, out _, out var told));
        Assert.Equal(reason, told);
    }

    [Theory]
    [InlineData("15001201810511554", PractitionerKind.Lawyer)]
    [InlineData("１５００１２０１８１０５１１５５４", PractitionerKind.Lawyer)]
    [InlineData("35001202120157161", PractitionerKind.LegalWorker)]
    public void A_licence_number_tells_the_kind_of_practitioner(string text, PractitionerKind kind)
    {
        Assert.True(LicenceNumber.TryParse(text, out var number, out _));
        Assert.Equal(kind, number.Kind);
        Assert.Equal(17, number.ToString().Length);
    }

    [Theory]
    [InlineData("1500120181051155", "执业证号应为17位，现为16位")]
    [InlineData("150012018105115540", "执业证号应为17位，现为18位")]
    [InlineData("25001201810511554", "执业证号首位应为1（律师）或3（基层法律服务工作者）")]
    [InlineData("1500120181051155X", "执业证号只能是数字")]
    [InlineData("", "执业证号为空")]
    public void What_is_no_licence_number_is_refused_with_a_reason(string text, string reason)
    {
        Assert.False(LicenceNumber.TryParse(text, out _, out var told));
        Assert.Equal(reason, told);
    }
}
