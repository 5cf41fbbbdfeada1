using LegalAid.Store.Journal;
using Xunit;

namespace LegalAid.Web.Tests.Journal;

public sealed class NotedRootTests
{
    private const string Hash = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    [Theory]
    [InlineData("7:" + Hash, true)]
    [InlineData("7:00112233445566778899AABBCCDDEEFF00112233445566778899aabbccddeeff", true)]      // as somebody typed it
    [InlineData("7:" + Hash + "0", false)]
    [InlineData("7:g0112233445566778899aabbccddeeff00112233445566778899aabbccddeeff", false)]
    [InlineData("七:" + Hash, false)]
    [InlineData(Hash, false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_root_is_a_number_and_sixty_four_hexadecimal_digits(string? text, bool good) =>
        Assert.Equal(good ? new NotedRoot(7, Hash) : null, NotedRoot.TryParse(text));
}
