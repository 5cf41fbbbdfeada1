using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Tests.Assignment;
using LegalAid.Rules.Tests.Common;
using Xunit;
using static LegalAid.Rules.Tests.Common.Calendars;

namespace LegalAid.Rules.Tests.Intake;

public sealed class AdmissionTests
{
    private static readonly NationalIntakeRules Statute = new(
        ExaminationClock: new(7, PeriodUnit.Days, true, "LAW-43"),
        ForwardingClock: new(24, PeriodUnit.Hours, false, "LAW-39"),
        EngagementClock: new(5, PeriodUnit.Days, true, "REG-27"),
        FileClock: new(30, PeriodUnit.Days, true, "REG-40"));

    [Theory]
    [Clause("LAW-24", "LAW-29", "LAW-31", "LAW-32", "LAW-33", "LAW-41", "LAW-42")]
    [InlineData(CaseKind.Civil, ScopeGround.Wages, HardshipBasis.Declaration, "")]
    [InlineData(CaseKind.Civil, ScopeGround.Wages, HardshipBasis.SharedData, "")]
    [InlineData(CaseKind.LabourArbitration, ScopeGround.Wages, HardshipBasis.ExemptFromCheck, "")]                                       // 农民工讨薪
    [InlineData(CaseKind.Civil, ScopeGround.NoHardshipNeeded, HardshipBasis.NoHardshipNeeded, "")]                                       // 见义勇为
    [InlineData(CaseKind.Civil, ScopeGround.Wages, HardshipBasis.NoHardshipNeeded, "application-no-hardship:LAW-32")]                    // wages are not among article 32
    [InlineData(CaseKind.Civil, ScopeGround.Wages, null, "application-hardship:LAW-41+LAW-42+LAW-32")]
    [InlineData(CaseKind.Civil, ScopeGround.Wages, HardshipBasis.NotExamined, "application-not-examined:LAW-41")]
    [InlineData(CaseKind.Criminal, ScopeGround.Defence, HardshipBasis.NotExamined, "")]                                                  // 因经济困难或者其他原因
    [InlineData(CaseKind.Criminal, ScopeGround.VictimRepresentation, HardshipBasis.NotExamined, "application-not-examined:LAW-41")]
    [InlineData(CaseKind.Civil, null, HardshipBasis.Declaration, "application-scope:LAW-31")]
    [InlineData(CaseKind.Civil, ScopeGround.Defence, HardshipBasis.Declaration, "application-scope-kind:LAW-24")]
    [InlineData(CaseKind.Administrative, ScopeGround.VictimRepresentation, HardshipBasis.Declaration, "application-scope-kind:LAW-29")]
    [InlineData(CaseKind.Criminal, ScopeGround.Maintenance, HardshipBasis.Declaration, "application-scope-kind:LAW-31")]
    [InlineData(CaseKind.Criminal, ScopeGround.OtherByLaw, HardshipBasis.Declaration, "")]
    [InlineData(CaseKind.Criminal, ScopeGround.Retrial, HardshipBasis.Declaration, "")]
    [InlineData(CaseKind.Civil, null, null, "application-scope:LAW-31 application-hardship:LAW-41+LAW-42+LAW-32")]                       // every reason
    public void Aid_is_granted_within_scope_and_on_hardship_or_an_exemption(CaseKind kind, ScopeGround? ground, HardshipBasis? hardship, string refused) =>
        Assert.Equal(refused, Beibei.Codes(Admission.WhyNotGrant(new(kind, Moment("2026-06-15 09:00"), Moment("2026-06-17 10:20"), ground, hardship))));

    [Theory]
    [Clause("LAW-43")]
    [InlineData("2026-06-15 08:59", "application-too-early:LAW-43")]
    [InlineData("2026-06-15 09:00", "")]
    public void Nothing_is_granted_before_it_was_asked_for(string decidedAt, string refused) =>
        Assert.Equal(refused, Beibei.Codes(Admission.WhyNotGrant(new(CaseKind.Civil, Moment("2026-06-15 09:00"), Moment(decidedAt), ScopeGround.Wages, HardshipBasis.Declaration))));

    [Theory]
    [Clause("LAW-25", "LAW-36", "BB-2.1")]
    [InlineData("渝法援通1号", "某区人民法院", "2026-06-17 10:20", NotificationGround.Minor, "")]
    [InlineData(" ", "某区人民法院", "2026-06-17 10:20", NotificationGround.Minor, "notice-number:LAW-36")]
    [InlineData("渝法援通1号", null, "2026-06-17 10:20", NotificationGround.Minor, "notice-authority:LAW-36")]
    [InlineData("渝法援通1号", "某区人民法院", null, NotificationGround.Minor, "notice-received:LAW-36")]
    [InlineData("渝法援通1号", "某区人民法院", "2026-06-17 10:31", NotificationGround.Minor, "notice-later:LAW-36")]
    [InlineData("渝法援通1号", "某区人民法院", "2026-06-17 10:30", NotificationGround.Minor, "")]
    [InlineData("渝法援通1号", "某区人民法院", "2026-06-17 10:20", null, "notice-ground:LAW-25")]
    [InlineData(null, null, null, null, "notice-number:LAW-36 notice-authority:LAW-36 notice-received:LAW-36 notice-ground:LAW-25")]
    public void A_notice_needs_number_authority_minute_and_ground(string? number, string? authority, string? receivedAt, NotificationGround? ground, string refused) =>
        Assert.Equal(refused, Beibei.Codes(Admission.WhyNotTakeIn(new(number, authority, receivedAt is null ? null : Moment(receivedAt), ground, Moment("2026-06-17 10:30")))));

    [Fact]
    [Clause("LAW-43", "REG-17")]
    public void Seven_days_to_examine_and_waiting_for_papers_does_not_count()
    {
        Assert.Equal("6月22日（周一）24:00", Admission.Examination(Moment("2026-06-15 09:00"), Statute, Calendars.Known).DueText(2026));
        Assert.Equal(
            "6月24日（周三）24:00",
            Admission.Examination(Moment("2026-06-15 09:00"), Statute, Calendars.Known, [new(Day("2026-06-16"), Day("2026-06-17"))]).DueText(2026));
    }

    [Fact]
    public void Every_ground_has_its_clause()
    {
        Assert.All(Enum.GetValues<ScopeGround>(), ground => Assert.StartsWith("LAW-", Admission.ClauseOf(ground), StringComparison.Ordinal));
        Assert.Throws<ArgumentOutOfRangeException>(() => Admission.ClauseOf((ScopeGround)99));
    }
}
