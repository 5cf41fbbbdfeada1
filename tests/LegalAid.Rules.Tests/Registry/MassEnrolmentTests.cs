using LegalAid.Rules.Registry;
using Xunit;

namespace LegalAid.Rules.Tests.Registry;

public sealed class MassEnrolmentTests
{
    private static readonly DateOnly Today = new(2026, 6, 17);

    [Fact]
    [Clause("TL-4.1a")]
    public void Where_everybody_licensed_comes_in_nothing_stands_against_a_register() =>
        Assert.Null(MassEnrolment.WhyNot(RecruitmentBooks.Tongliang));

    [Theory]
    [InlineData("QJ", "enrolment-selection", "QJ-5.1c")]         // 择优
    [InlineData("WZ", "enrolment-selection", "WZ-4.1")]
    [InlineData("QDN", "enrolment-application", "QDN-3.1")]      // 自愿申请
    public void Where_people_are_selected_or_apply_nobody_comes_in_by_a_register(string office, string code, string clause)
    {
        var refusal = MassEnrolment.WhyNot(RecruitmentBooks.Of(office));

        Assert.Equal((code, clause), (refusal?.Code, refusal?.ClauseIds[0]));
    }

    [Fact]
    public void A_book_silent_on_it_takes_nobody_in_by_a_register() =>
        Assert.Equal("enrolment-unwritten", MassEnrolment.WhyNot(null)?.Code);

    [Theory]
    [Clause("LAW-25")]
    [InlineData(PractitionerKind.Lawyer, true, true)]
    [InlineData(PractitionerKind.LegalWorker, true, false)]
    [InlineData(PractitionerKind.LegalWorker, false, true)]      // a statute that would let them
    public void Everybody_comes_in_for_what_the_licence_allows(PractitionerKind kind, bool lawyersOnly, bool defends)
    {
        var intents = MassEnrolment.IntentsOf(kind, new(lawyersOnly, "LAW-25"));

        Assert.Equal(defends, intents.HasFlag(ServiceIntents.CriminalDefence));
        Assert.True(intents.HasFlag(ServiceIntents.CivilRepresentation | ServiceIntents.AdministrativeRepresentation | ServiceIntents.LabourArbitration));
    }

    [Fact]
    [Clause("TL-4.1a")]
    public void Without_terms_of_the_book_everybody_stands_on_both_lists() =>
        Assert.Equal(Pools.Duty | Pools.Cases, MassEnrolment.PoolsOf(Today, Today, RecruitmentBooks.Tongliang.Pools));

    [Theory]
    [InlineData("2024-06-17", Pools.Duty | Pools.Cases)]         // two years are full on the anniversary
    [InlineData("2024-06-18", Pools.Duty)]
    public void A_list_that_asks_years_waits_for_them(string licensedOn, Pools expected) =>
        Assert.Equal(expected, MassEnrolment.PoolsOf(DateOnly.Parse(licensedOn), Today, RecruitmentBooks.Wenzhou.Pools));
}
