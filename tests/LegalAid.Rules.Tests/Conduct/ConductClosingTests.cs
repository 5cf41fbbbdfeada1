using LegalAid.Rules.Conduct;
using Xunit;

namespace LegalAid.Rules.Tests.Conduct;

public sealed class ConductClosingTests
{
    [Theory]
    [InlineData(false, false, null)]
    [InlineData(true, false, "conduct-closed")]
    [InlineData(false, true, "conduct-stated")]
    [Clause("QJ-5.4b")]
    public void The_one_concerned_states_their_case_once_and_before_it_is_closed(bool closed, bool stated, string? code) =>
        Assert.Equal(code, ConductClosing.WhyNotState(closed, stated, "QJ-5.4b")?.Code);

    [Theory]
    [InlineData(false, true, "约谈", null)]
    [InlineData(false, false, null, null)]
    [InlineData(false, true, " ", "conduct-no-measure")]
    [InlineData(false, false, "约谈", "conduct-both")]
    [InlineData(true, true, "约谈", "conduct-closed")]
    [Clause("QJ-5.4b")]
    public void A_measure_is_written_out_by_a_person_or_there_is_none(bool closed, bool takes, string? measure, string? code) =>
        Assert.Equal(code, ConductClosing.WhyNotClose(closed, takes, measure, "QJ-5.4b")?.Code);
}
