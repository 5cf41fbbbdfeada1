using LegalAid.Rules.Registry;
using Xunit;

namespace LegalAid.Rules.Tests.Registry;

public sealed class InstitutionPlaceTests
{
    [Theory]
    [Clause("BB-2.3")]
    [InlineData("甲区", "甲区", true, "乙区", null)]                            // one's own
    [InlineData("甲区", "乙区", true, "乙区", "institution-not-own")]           // nobody fetches another office's firm
    [InlineData("甲去", "乙区", false, "甲区", null)]                           // a district nobody serves would stay wrong for ever
    [InlineData("甲区", "甲区", false, "甲区", "institution-same-district")]
    public void The_office_of_the_recorded_district_corrects_it(string recorded, string own, bool servedByAnother, string to, string? code) =>
        Assert.Equal(code, InstitutionPlace.WhyNotMove(new(recorded, own, servedByAnother), to, "BB-2.3")?.Code);
}
