using LegalAid.Rules.Registry;
using Xunit;

namespace LegalAid.Rules.Tests.Registry;

public sealed class MergesTests
{
    [Theory]
    [InlineData(false, false, false, false, null)]
    [InlineData(true, false, false, false, "merge-same")]
    [InlineData(false, true, false, false, "merge-done")]
    [InlineData(false, false, true, false, "merge-kept-left")]
    [InlineData(false, false, false, true, "merge-elsewhere")]
    [InlineData(false, false, true, true, "merge-elsewhere")]       // what one cannot mend comes first
    public void Two_records_of_the_own_office_become_one(bool same, bool done, bool keptLeft, bool elsewhere, string? code) =>
        Assert.Equal(code, Merges.WhyNot(new(same, done, keptLeft, elsewhere, [])).FirstOrDefault()?.Code);

    [Fact]
    public void Whatever_cannot_be_one_humans_is_said_all_at_once()
    {
        var refusals = Merges.WhyNot(new(false, false, false, false, Enum.GetValues<MergeClash>()));

        Assert.Equal(Enum.GetValues<MergeClash>().Length, refusals.Select(refusal => refusal.Message).Distinct().Count());
        Assert.Contains("merge-samecase", refusals.Select(refusal => refusal.Code));
    }

    [Theory]
    [InlineData(true, false, null)]
    [InlineData(true, true, "merge-own")]
    [InlineData(false, false, "merge-decided")]
    public void Two_people_merge_and_only_once(bool waits, bool own, string? code) => Assert.Equal(code, Merges.WhyNotDecide(waits, own)?.Code);

    [Theory]
    [InlineData("15001199912345678", "15001199912345678", 0)]
    [InlineData("15001199912345678", "15001199912345687", 2)]       // two digits changed places
    [InlineData("11010519491231002X", "110105491231002", null)]     // an old number of fifteen digits
    public void Numbers_are_compared_place_by_place(string one, string other, int? places) => Assert.Equal(places, Merges.Differing(one, other));
}
