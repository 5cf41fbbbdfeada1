using LegalAid.Rules.Intake;
using Xunit;

namespace LegalAid.Rules.Tests.Intake;

/// <summary>Which stage may follow which.</summary>
public sealed class NextStageTests
{
    [Theory]
    [InlineData(CaseKind.Criminal, CaseStage.Investigation, CaseStage.Prosecution, true)]
    [InlineData(CaseKind.Criminal, CaseStage.Investigation, CaseStage.SecondInstance, false)]     // nothing to appeal yet
    [InlineData(CaseKind.Criminal, CaseStage.FirstInstance, CaseStage.SecondInstance, true)]
    [InlineData(CaseKind.Criminal, CaseStage.FirstInstance, CaseStage.Enforcement, false)]
    [InlineData(CaseKind.Criminal, CaseStage.SecondInstance, CaseStage.FirstInstance, true)]      // sent back
    [InlineData(CaseKind.LabourArbitration, CaseStage.Arbitration, CaseStage.FirstInstance, true)]
    [InlineData(CaseKind.LabourArbitration, CaseStage.Arbitration, CaseStage.Arbitration, false)]
    [InlineData(CaseKind.Civil, CaseStage.FirstInstance, CaseStage.Enforcement, true)]
    [InlineData(CaseKind.Civil, CaseStage.FirstInstance, CaseStage.DeathPenaltyReview, false)]
    public void A_stage_follows_another(CaseKind kind, CaseStage stage, CaseStage next, bool follows) =>
        Assert.Equal(follows, NextStage.WhyNotFollow(kind, stage, next) is null);

    [Theory]
    [InlineData(CaseKind.LabourArbitration, CaseStage.FirstInstance, CaseKind.Civil)]
    [InlineData(CaseKind.NonLitigation, CaseStage.Arbitration, CaseKind.LabourArbitration)]
    [InlineData(CaseKind.NonLitigation, CaseStage.FirstInstance, CaseKind.Civil)]
    [InlineData(CaseKind.Administrative, CaseStage.SecondInstance, CaseKind.Administrative)]
    [InlineData(CaseKind.Criminal, CaseStage.Prosecution, CaseKind.Criminal)]
    public void The_stage_decides_what_kind_of_case_it_is(CaseKind kind, CaseStage next, CaseKind becomes) => Assert.Equal(becomes, NextStage.KindIn(kind, next));

    [Fact]
    public void Every_stage_leads_somewhere() => Assert.All(Enum.GetValues<CaseStage>(), stage => Assert.NotEmpty(NextStage.After(stage)));
}
