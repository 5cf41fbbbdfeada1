using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
using Xunit;
using static LegalAid.Rules.Tests.Assignment.Beibei;
using static LegalAid.Rules.Tests.Common.Calendars;

namespace LegalAid.Rules.Tests.Assignment;

public sealed class AssignmentDecisionTests
{
    private static readonly AbsenceFacts Stopped = new(AbsenceKind.PracticeStopped, new DateOnly(2026, 6, 1));

    [Fact]
    [Clause("BB-11.1")]
    public void The_page_shows_before_share_and_after_of_every_firm_in_order()
    {
        var decision = Decide(CriminalNotice, A.At(-110_000, 38), B.At(350_000, 39));

        // A -0.11 + 3/5 = 0.49 against B 0.35 + 2/5 = 0.75
        Assert.Equal(
            """
            1 B +0.35 +0.40 -0.25 轮到
            2 A -0.11 +0.60 +0.49 次之
            """,
            Table(decision));
        Assert.Equal("按序轮到：余额+0.35，加本案应得+0.40，为全部2家合格律所中最高；合格刑辩律师2名；未发现利益冲突", decision.Proposal?.Why);
        Assert.Equal(41, decision.Proposal?.Turn?.Turn);
        Assert.Equal(DecidingBody.CentreDirector, decision.DecidedBy);
    }

    [Theory]
    [Clause("BB-11.1")]
    [InlineData(0, 0, 5, 3, "B", "并列最高，等候最久（自第3轮起）")]
    [InlineData(0, 0, 3, 3, "A", "等候相同，公布顺序在前（第1位）")]
    [InlineData(1_001, 1_000, 3, 3, "A", "中最高（合计+0.501001，次位+0.501000）")]   // what looks equal at two decimals is told in full
    public void A_tie_is_explained(long balanceA, long balanceB, long sinceA, long sinceB, string chosen, string told)
    {
        var facts = Facts(CriminalNotice, A.At(balanceA, sinceA), B.At(balanceB, sinceB));

        var decision = AssignmentDecision.Decide(facts with { Rules = Book with { CriminalWeight = new(QueueWeight.Equal, "BB-11.1") } });

        Assert.Equal(chosen, Letter(decision.Proposal?.InstitutionId));
        Assert.Contains(told, decision.Proposal?.Why, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("BB-2.2", "CF-20", "LAW-25", "BB-11.1")]
    public void Who_cannot_take_it_is_listed_with_every_reason_and_gains_nothing()
    {
        var nobody = Firm(4, Lawyer(41) with { Absences = [Stopped] }, Lawyer(42) with { Absences = [Stopped], Intents = ServiceIntents.CivilRepresentation });

        var decision = Decide(CriminalNotice, A, C, nobody, Firm(5));

        Assert.Equal("A", string.Concat(decision.Able.Select(a => Letter(a.InstitutionId))));
        Assert.Equal("CDE", string.Concat(decision.Excluded.Select(e => Letter(e.InstitutionId))));
        Assert.Equal("institution-not-law-firm:LAW-25+BB-11.1 institution-nobody-fit:LAW-25+BB-11.1", Codes(decision.Excluded[0].Refusals));
        Assert.Equal("institution-nobody-fit:CF-20+BB-9.1", Codes(decision.Excluded[1].Refusals));
        Assert.Equal("没有可承办本案的律师：共2名", decision.Excluded[1].Refusals[0].Message);
        Assert.Equal("2名停止执业；1名服务意向不含刑事辩护", decision.Excluded[1].Refusals[0].Fact);
        Assert.Equal("practitioner-stopped:CF-20 practitioner-intent:BB-9.1", Codes(decision.Excluded[1].Unfit[1].Refusals));
        Assert.Equal("institution-nobody:BB-2.3", Codes(decision.Excluded[2].Refusals));
        Assert.Equal([Id(101)], decision.Proposal?.Turn?.Lines.Select(l => l.PlaceId));
    }

    [Fact]
    [Clause("BB-11.1")]
    public void A_firm_weighs_as_many_as_are_fit_for_this_case()
    {
        var twoAway = A with { Practitioners = [Lawyer(11), Lawyer(12) with { Absences = [Stopped] }, Lawyer(13) with { Absences = [Stopped] }] };

        var decision = Decide(CriminalNotice, twoAway, B);

        Assert.Equal("B2 A1", string.Join(' ', decision.Able.Select(a => $"{Letter(a.InstitutionId)}{a.Weight}")));
        Assert.Equal([Id(11)], decision.Able[1].FitPractitionerIds);
        Assert.Equal(2, decision.Able[1].Unfit.Count);
    }

    [Fact]
    public void A_firm_without_a_place_in_the_queue_is_told_so() =>
        Assert.Equal("institution-no-place:BB-11.1", Codes(Decide(CriminalNotice, A, B with { Place = null }).Excluded[0].Refusals));

    [Theory]
    [Clause("BB-5.1", "BB-5.2", "BB-5.3")]
    [InlineData(49, DecidingBody.CentreDirector, false, "")]
    [InlineData(50, DecidingBody.BureauAfterDiscussion, true, "原文没有写几个人")]
    public void Fifty_people_are_proposed_for_the_bureau_and_the_clocks_run_on(int headcount, DecidingBody body, bool warned, string assumed)
    {
        var rules = Book with { DiscussionAttendees = new(2, "BB-5.2", "原文没有写几个人") };

        var decision = AssignmentDecision.Decide(Facts(Civil with { Headcount = headcount }) with { Rules = rules });

        Assert.Equal(body, decision.DecidedBy);
        Assert.NotNull(decision.Proposal);
        Assert.Equal(warned, decision.Warnings.Any(w => w.Contains("决定前不得指派（BB-5.2、BB-5.3）；期限照常计算", StringComparison.Ordinal)));
        Assert.Equal(warned, decision.ClauseIds.Contains("BB-5.2") && decision.ClauseIds.Contains("BB-5.3"));
        Assert.Equal(assumed, decision.Assumptions.Where(a => a.Clause == "BB-5.2").Select(a => a.Because).SingleOrDefault() ?? "");
        Assert.Equal(Moment("2026-06-23 00:00"), decision.Clocks!.Deadlines.Statute.DueAt);
    }

    [Fact]
    [Clause("LAW-25")]
    public void Nobody_able_is_a_refusal_that_says_what_is_missing()
    {
        var decision = Decide(CriminalNotice, C);

        Assert.Null(decision.Proposal);
        Assert.Equal("assignment-nobody-able:LAW-25+BB-11.1", Codes(decision.Refusals));
        Assert.Equal("1家刑事案件只指派律师事务所；1家没有可承办本案的人员：共1名", decision.Refusals[0].Fact);
        Assert.Empty(decision.Able);
        Assert.Equal(StepOutcome.Nothing, decision.Steps[0].Outcome);

        var empty = AssignmentDecision.Decide(Facts(CriminalNotice) with { Institutions = [] });
        Assert.Equal("没有可供指派的机构和人员，请先登记", empty.Refusals[0].Message);
    }

    [Theory]
    [Clause("LAW-43", "LAW-36", "BB-2.1")]
    [InlineData(CaseSource.Application, null, "2026-06-17", "assignment-not-granted:LAW-43")]
    [InlineData(CaseSource.Application, "2026-06-17 10:20", "2026-06-16", "assignment-too-early:LAW-43")]
    [InlineData(CaseSource.Application, "2026-06-17 10:20", "2026-06-17", "")]
    [InlineData(CaseSource.Notification, null, "2026-06-17", "")]                                            // a notice needs no grant
    [InlineData(CaseSource.Notification, null, "2026-06-14", "assignment-too-early:LAW-36")]
    public void Nothing_is_assigned_before_aid_is_granted_or_notice_received(CaseSource source, string? grantedAt, string day, string refused)
    {
        var aidCase = CriminalApplication with { Source = source, GrantedAt = grantedAt is null ? null : Moment(grantedAt) };

        var decision = AssignmentDecision.Decide(Facts(aidCase) with { DecidingDay = Day(day) });

        Assert.Equal(refused, Codes(decision.Refusals));
        Assert.Equal(refused == "assignment-not-granted:LAW-43", decision.Clocks is null);
    }

    [Fact]
    [Clause("BB-9.1")]
    public void The_four_factors_stand_side_by_side()
    {
        var firm = A with
        {
            Practitioners = [Lawyer(11) with { Grades = new(2, 1, 0, 0), Specialities = ["婚姻家庭", "刑事"] }, Lawyer(12) with { Grades = new(0, 3, 1, 0), Specialities = ["刑事"] }],
        };

        var factors = Decide(Civil with { Wish = new(B.Id) }, firm, B).Able.Select(a => a.Factors).ToList();

        Assert.Contains(new FourFactors("可承办2人，执业最长16年", "刑事2人、婚姻家庭1人", "优秀2件、良好4件、合格1件、不合格0件", "点选其他机构"), factors);
        Assert.Contains(new FourFactors("可承办2人，执业最长16年", "未登记专长", "尚无评估", "点选本机构"), factors);
    }

    [Fact]
    [Clause("LAW-36", "REG-26", "CF-10")]
    public void Whoever_decides_is_warned_of_what_does_not_bar()
    {
        var firm = A with
        {
            Conflicts = [new("CF-10", "2026-0316", "同所律师承办同案另一被告人", Bars: false)],
            Practitioners = [Lawyer(11) with { FirstCriminalCaseOn = Day("2024-01-01") }],
        };

        var decision = Decide(CriminalNotice with { Flags = CaseFlags.InCustody | CaseFlags.LifeOrDeathPenalty }, firm);

        Assert.Equal(
            [
                "受援人在押，法定期限按不顺延预警：6月20日（周六）24:00",
                "同所律师承办同案另一被告人（2026-0316，CF-10）",
                "1名合格律师中有1名登记的刑事办案经历不满3年或未登记，安排承办人时请核实（REG-26）",
            ],
            decision.Warnings);
        Assert.EndsWith("有1项利益冲突提示", decision.Proposal?.Why, StringComparison.Ordinal);
        Assert.Equal("CF-10", decision.Able[0].ConflictWarnings[0].Rule);
    }

    [Fact]
    [Clause("REG-26")]
    public void A_minor_in_a_civil_case_is_a_warning_when_nobody_there_knows_minors()
    {
        var novices = A with { Practitioners = [Lawyer(11) with { MinorsSpecialist = false }] };

        const string told = "受援人未成年，该机构没有登记熟悉未成年人身心特点的人员";
        Assert.Contains(Decide(Civil with { Flags = CaseFlags.Minor }, novices).Warnings, w => w == told);
        Assert.DoesNotContain(Decide(Civil, novices).Warnings, w => w == told);
        Assert.DoesNotContain(Decide(Civil with { Flags = CaseFlags.Minor }, A).Warnings, w => w == told);
    }

    [Fact]
    public void What_the_text_does_not_say_is_told_as_an_assumption_and_every_clause_used_is_listed()
    {
        var decision = Decide(CriminalNotice with { Flags = CaseFlags.Difficult }, A, C);

        Assert.Equal("BB-11.1 BB-9.1 BB-11.2 BB-11.1", string.Join(' ', decision.Assumptions.Select(a => a.Clause)));
        Assert.Equal("BB-11.1 BB-6.1 LAW-36 LAW-25 BB-9.1 BB-11.2", string.Join(' ', decision.ClauseIds));
    }

    [Theory]
    [Clause("BB-10.1", "BB-11.1")]
    [InlineData(CaseKind.Criminal, CaseFlags.Difficult, 2_000_000)]
    [InlineData(CaseKind.Civil, CaseFlags.SocialImpact, 2_000_000)]
    [InlineData(CaseKind.Criminal, CaseFlags.InCustody, 1_000_000)]
    public void A_grave_case_weighs_what_the_book_says(CaseKind kind, CaseFlags flags, long worth)
    {
        var facts = Facts(CriminalApplication with { Kind = kind, Flags = flags }) with { Rules = Book with { GraveCaseWorthPercent = new(200, "BB-11.1") } };

        Assert.Equal(worth, AssignmentDecision.Decide(facts).Proposal?.Turn?.WorthMillionths);
    }

    [Theory]
    [InlineData(1_264_999, "+1.26", "+1.264999")]
    [InlineData(1_265_000, "+1.27", "+1.265000")]
    [InlineData(-410_000, "-0.41", "-0.410000")]
    [InlineData(-4_999, "0.00", "-0.004999")]
    [InlineData(-5_000, "-0.01", "-0.005000")]
    [InlineData(0, "0.00", "0.000000")]
    public void Balances_are_shown_with_sign_and_two_decimals(long millionths, string text, string full) =>
        Assert.Equal((text, full), (Cases.Text(millionths), Cases.FullText(millionths)));

    private static string Table(AssignmentDecision decision) => string.Join('\n', decision.Able.Select(a =>
        $"{a.Rank} {Letter(a.InstitutionId)} {Cases.Text(a.BeforeMillionths)} {Cases.Text(a.ShareMillionths)} {Cases.Text(a.AfterMillionths)} {a.Note}"));
}
