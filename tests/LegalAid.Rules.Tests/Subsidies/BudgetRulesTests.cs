using LegalAid.Rules.Common;
using LegalAid.Rules.Subsidies;
using Xunit;

namespace LegalAid.Rules.Tests.Subsidies;

/// <summary>Which source may be spent on what.</summary>
public sealed class BudgetRulesTests
{
    [Theory]
    [InlineData(FundSource.District, FundSource.District, "DutySubsidy AssessmentSubsidy")]     // listed, and assessments paid from it
    [InlineData(FundSource.District, FundSource.Municipal, "DutySubsidy")]
    [InlineData(FundSource.Municipal, FundSource.Municipal, "CaseSubsidy AssessmentSubsidy")]
    [InlineData(FundSource.Municipal, FundSource.District, "CaseSubsidy")]
    [InlineData(FundSource.Foundation, FundSource.District, "Project")]
    public void A_source_pays_for_what_is_listed_and_one_of_them_for_assessments(FundSource source, FundSource assessments, string purposes) =>
        Assert.Equal(purposes, string.Join(' ', Budget(assessments).PurposesOf(source)));

    private static BudgetRules Budget(FundSource assessments) => new(
        Yes, Yes, Yes,
        Only(Purpose.CaseSubsidy),
        Yes,
        new(30_000_000, "TL-3.1b"),
        Only(Purpose.DutySubsidy),
        Only(Purpose.Project),
        new(assessments, "TL-3.2d"));

    private static Setting<bool> Yes => new(true, "TL-3.2b");

    private static Setting<IReadOnlyList<Purpose>> Only(Purpose purpose) => new([purpose], "TL-3.1b");
}
