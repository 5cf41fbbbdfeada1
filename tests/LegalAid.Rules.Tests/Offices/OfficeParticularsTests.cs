using LegalAid.Rules.Offices;
using Xunit;

namespace LegalAid.Rules.Tests.Offices;

public sealed class OfficeParticularsTests
{
    [Theory]
    [InlineData("试验区法律援助中心", null, null, "")]                                           // what is not known is left out
    [InlineData("试区援中心", null, null, "office-name")]
    [InlineData("试验援助中心", null, null, "")]                                                 // six characters
    [InlineData("试验区法律援助处", null, null, "office-name")]
    [InlineData("试验区法律援助中心A", null, null, "office-name")]
    [InlineData("试验区法律援助中心", "试验路1号", null, "office-address")]
    [InlineData("试验区法律援助中心", "试验路12号", null, "")]
    [InlineData("试验区法律援助中心", null, "0000-00000000", "")]
    [InlineData("试验区法律援助中心", null, "００００－０００００００－８０１", "")]               // full width, with an extension
    [InlineData("试验区法律援助中心", null, "13900000000", "")]
    [InlineData("试验区法律援助中心", null, "1390000000", "office-phone")]
    [InlineData("试验区法律援助中心", null, "12348", "")]
    [InlineData("试验区法律援助中心", null, "00000000", "office-phone")]                         // no area code
    [InlineData("试验区法律援助中心", null, "000-00000000，12348", "")]
    [InlineData("试验区法律援助中心", null, "000-00000000、找老王", "office-phone")]
    [InlineData("", "路", "x", "office-name office-address office-phone")]                        // all at once
    public void What_papers_say_is_looked_at_as_a_whole(string name, string? address, string? phone, string expected) =>
        Assert.Equal(expected, string.Join(' ', OfficeParticulars.Of(name, address, phone).WhyNotList().Select(refusal => refusal.Code)));

    [Fact]
    public void Blanks_are_nothing() => Assert.Equal(new("试验区法律援助中心", null, null), OfficeParticulars.Of(" 试验区 法律援助中心", "　", " "));
}
