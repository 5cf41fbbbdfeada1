using LegalAid.Rules.Recusals;
using Xunit;

namespace LegalAid.Rules.Tests.Recusals;

/// <summary>Whether an officer may act on a case.</summary>
public sealed class ActingOnCaseTests
{
    private static readonly Guid Party = Guid.CreateVersion7();

    [Theory]
    [Clause("BB-8.1", "CF-14")]
    [InlineData(RecusalStatus.Recused, "recused")]
    [InlineData(RecusalStatus.Waiting, "recusal-waiting")]
    [InlineData(null, null)]
    public void Whoever_is_recused_or_waits_for_it_does_not_act(RecusalStatus? standing, string? code)
    {
        var refusal = ActingOnCase.WhyNot(new(standing, [], []), RecusalRules.Unwritten);

        Assert.Equal(code, refusal?.Code);
    }

    [Theory]
    [Clause("BB-8.1", "CF-14")]
    [InlineData(false, false, "undeclared")]
    [InlineData(false, true, null)]             // it was decided: a namesake
    [InlineData(true, false, "undeclared")]
    [InlineData(true, true, "undeclared")]      // the same number is the same person, whatever was decided of a name
    public void Who_may_be_the_party_declares_first(bool sameNumber, bool cleared, string? code)
    {
        var refusal = ActingOnCase.WhyNot(new(null, [new(Party, "罗某某", sameNumber)], cleared ? [Party] : []), RecusalRules.Unwritten);

        Assert.Equal(code, refusal?.Code);
    }

    [Fact]
    public void A_decision_on_one_party_says_nothing_of_another() =>
        Assert.Equal("undeclared", ActingOnCase.WhyNot(new(null, [new(Party, "罗某某", SameNumber: false)], [Guid.CreateVersion7()]), RecusalRules.Unwritten)?.Code);

    [Theory]
    [Clause("BB-8.1")]
    [InlineData("罗某某", "", "罗某某", "", false)]       // the name is all there is
    [InlineData("罗　某某", "", "罗某某", "", false)]     // blanks only space it out
    [InlineData("罗某某", "1", "罗某某", "", false)]
    [InlineData("罗某某", "1", "罗某", "1", true)]        // the number speaks louder
    [InlineData("罗某某", "1", "罗某某", "2", null)]      // two numbers are two people
    [InlineData("罗某某", "", "罗某", "", null)]
    public void A_number_tells_people_apart_and_otherwise_the_name(string officer, string number, string party, string partyNumber, bool? sameNumber)
    {
        var alike = ActingOnCase.Compare(new(officer, Bytes(number)), new(Party, party, Bytes(partyNumber)));

        Assert.Equal(sameNumber, alike?.SameNumber);
    }

    private static byte[]? Bytes(string number) => number.Length == 0 ? null : System.Text.Encoding.UTF8.GetBytes(number);
}
