using LegalAid.Rules.Common;
using Xunit;

namespace LegalAid.Rules.Tests.Common;

public sealed class PeriodRuleTests
{
    [Theory]
    [InlineData(5, PeriodUnit.Days, "5日")]
    [InlineData(5, PeriodUnit.WorkingDays, "5个工作日")]
    [InlineData(24, PeriodUnit.Hours, "24小时")]
    public void A_length_is_written_as_in_an_official_paper(int length, PeriodUnit unit, string text) =>
        Assert.Equal(text, new PeriodRule(length, unit, RollsOverHolidays: false, "REG-27").LengthText());
}
