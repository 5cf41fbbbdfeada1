using System.Globalization;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using Xunit;

namespace LegalAid.Rules.Tests.Intake;

/// <summary>What an officer decides on an application, with what the rules say of it.</summary>
public sealed class AidDecisionTests
{
    private static readonly ApplicationFacts Good = new(CaseKind.Civil, new(2026, 6, 16, 9, 0, 0), new(2026, 6, 17, 10, 0, 0), ScopeGround.Wages, HardshipBasis.Declaration);

    [Theory]
    [InlineData(true, ScopeGround.Wages, true, "LAW-31,LAW-43")]
    [InlineData(false, ScopeGround.Wages, false, "LAW-31,LAW-43,LAW-49")]       // refusing is the officer's to say
    [InlineData(true, ScopeGround.Defence, false, "LAW-24,LAW-43")]                  // of another kind of case: cannot be granted
    [InlineData(true, null, false, "LAW-31,LAW-43")]
    [Clause("LAW-43", "LAW-49")]
    public void Aid_is_granted_when_the_officer_grants_it_and_nothing_refuses(bool grants, ScopeGround? ground, bool granted, string clauses)
    {
        var decision = AidDecision.Decide(Facts(Good with { Ground = ground }, grants));

        Assert.Equal(granted, decision.Granted);
        Assert.Equal(clauses, string.Join(',', decision.ClauseIds));
        Assert.Equal(grants && !granted, AidDecision.WhyNot(decision, grants, "不属于援助范围").Count > 0);
    }

    [Theory]
    [InlineData(null, "no-reason")]
    [InlineData(" ", "no-reason")]
    [InlineData("不属于援助范围", null)]
    [Clause("LAW-43", "LAW-49")]
    public void Refusing_has_a_reason_in_writing(string? reason, string? code) =>
        Assert.Equal(code, AidDecision.WhyNot(AidDecision.Decide(Facts(Good, grants: false)), grants: false, reason).SingleOrDefault()?.Code);

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Stored_facts_give_the_same_bytes_in_another_culture(bool grants, bool inScope)
    {
        var facts = Facts(Good with { DecidedAt = Good.ReceivedAt.AddMinutes(inScope ? 1 : -1), Ground = inScope ? ScopeGround.Wages : null, Hardship = inScope ? HardshipBasis.Declaration : null }, grants);
        var (stored, result) = (CanonicalJson.Write(facts), CanonicalJson.Write(AidDecision.Decide(facts)));
        var own = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("th-TH");

        var again = CanonicalJson.Write(AidDecision.Decide(CanonicalJson.Read<AidDecisionFacts>(stored)));
        CultureInfo.CurrentCulture = own;

        Assert.Equal(result, again);
        Assert.Equal(result, CanonicalJson.Write(CanonicalJson.Read<AidDecision>(result)));      // as the page reads it
    }

    private static AidDecisionFacts Facts(ApplicationFacts application, bool grants)
    {
        var period = new PeriodRule(7, PeriodUnit.Days, RollsOverHolidays: true, "LAW-43");
        return new(new(application, new(period, period, period, period), new([], [], [2026]), []), grants);
    }
}
