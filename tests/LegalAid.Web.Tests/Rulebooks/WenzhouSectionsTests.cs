using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Conduct;
using LegalAid.Rules.Disclosure;
using LegalAid.Rules.Duty;
using LegalAid.Rules.Quality;
using LegalAid.Rules.Ranking;
using LegalAid.Rules.Registry;
using LegalAid.Store.Rulebooks;
using Xunit;

namespace LegalAid.Web.Tests.Rulebooks;

/// <summary>温州's book beyond assignment says what the text says, number by number, and marks what the text leaves open.</summary>
public sealed class WenzhouSectionsTests : IDisposable
{
    private readonly BookFolder folder = new();
    private readonly RuleBook book;

    public WenzhouSectionsTests() => book = folder.Load().InForceOn("WZ", new(2024, 5, 6));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Two_pools_ask_no_years_for_duty_two_for_cases_and_the_person_applies_with_consent()
    {
        var (recruitment, pools) = (book.Recruitment!, book.Recruitment!.Pools!);

        Assert.Equal(new(Submitter.PersonWithConsent, "WZ-7.2b"), recruitment.SubmittedBy);
        Assert.Equal((new(0, "WZ-6.5"), new(2, "WZ-6.6")), (pools.Duty.LicenceYears, pools.Cases.LicenceYears));
        Assert.Equal(new(true, "WZ-5.4"), pools.Cases.AlwaysOpen);
        Assert.Equal((false, true), (pools.Duty.AlwaysOpen.Value, pools.Duty.AlwaysOpen.IsAssumed));
        Assert.Equal(new(2, "WZ-4.2"), pools.RenewedEveryYears);
        Assert.Equal([PoolPerson.SocialLawyer], pools.Conditions.WrittenFor.Value);
        Assert.Equal([PoolPerson.SocialLawyer, PoolPerson.PublicLawyer, PoolPerson.Volunteer, PoolPerson.CentreStaff], pools.OpenTo.Value);     // neither legal workers nor company lawyers are named
        Assert.Equal((new(3, "WZ-6.4a"), new(3, "WZ-6.4c")), (pools.Conditions.SanctionLookBackYears, pools.Conditions.UnqualifiedLookBackYears));
        Assert.Equal((7, false), (pools.Consultation.ReplyClock.Length, pools.Consultation.SilenceStops.Value));
    }

    [Fact]
    public void Training_and_exam_open_the_work_probation_is_three_months_and_a_mentor_has_three_years()
    {
        var training = book.Training!;

        Assert.Equal((new(true, "WZ-10.1"), new(true, "WZ-10.2")), (training.Induction, training.Exam));
        Assert.Equal((false, null), (training.OutsidersBound.Value, training.MaxResits));
        Assert.Equal(30, book.Attendance!.MakeUpClock.Length);
        Assert.Equal((new(1, "WZ-19.1"), new(3, "WZ-19.1")), (training.Probation.CertificateBelowYears, training.Probation.Months));
        Assert.Equal((false, true), (training.Probation.LicenceCountsToo.Value, training.Probation.LicenceCountsToo.IsAssumed));
        Assert.Equal(new(3, "WZ-24.2"), training.Mentors.MentorYears);
        Assert.True(training.Mentors.FromFirstCaseAnywhere is { Value: true, IsAssumed: true });
    }

    [Fact]
    public void A_year_has_a_hundred_shifts_at_window_and_hotline_and_a_roster_one()
    {
        var duty = book.Duty!;

        Assert.Equal((new(100, "WZ-15.1"), new(1, "WZ-16.4")), (duty.Year.MaxShifts, duty.Roster.ShiftsPerPerson));
        Assert.Equal((90, true), (duty.Year.WarnFrom.Value, duty.Year.WarnFrom.IsAssumed));
        Assert.Equal([DutyPost.Window, DutyPost.Hotline], duty.Year.CountedPosts.Value);
        Assert.True(duty.Year.PassableWithReason.Value && duty.Roster.PassableWithReason.Value);     // 原则上
        Assert.Equal(ShiftOwner.Attendee, duty.Attendance.PointsGoTo.Value);
        Assert.Equal((0, 0), (duty.Attendance.ToleranceMinutes.Value, duty.Attendance.LogGraceDays.Value));
    }

    [Fact]
    public void Cover_and_swap_are_a_day_ahead_and_a_shift_of_ones_own_bars_nobody()
    {
        var (cover, swap) = (book.Duty!.Cover, book.Duty.Swap);

        Assert.Equal((new(1, "WZ-17.1"), new(1, "WZ-17.5")), (cover.DaysBefore, swap.DaysBefore));
        Assert.Equal((NoticeCount.CalendarDays, false), (cover.CountedBy.Value, cover.ShiftBars.Value));
        Assert.Equal((new(1, "WZ-17.4"), new(true, "WZ-17.4")), (cover.PriorityBelowShifts, cover.PriorityWithoutSignUp));
        Assert.Equal((new(false, "WZ-17.5"), true), (swap.NeedsApproval, swap.BeforeEarlierShift.Value));
    }

    [Fact]
    public void Grades_are_those_of_the_highest_level_and_closed_quarters_stand()
    {
        var points = book.Points!;

        Assert.Equal([AssessmentLevel.Ministry, AssessmentLevel.Province, AssessmentLevel.City, AssessmentLevel.County], points.Grades.LevelOrder.Value);
        Assert.True(points.Grades.HighestLevelThenLatest.Value && points.Ledger.CorrectedInCurrentQuarter.Value);
        Assert.Equal(new(true, "WZ-12.6"), points.Ledger.RestartsEachQuarter);
        Assert.Equal((15, "WZ-P5.2"), (points.Satisfaction.AnswerClock.Length, points.Satisfaction.AnswerClock.Clause));
    }

    [Fact]
    public void The_list_is_confirmed_in_ten_working_days_weighs_three_to_two_to_one_and_two_reds_stop_a_month()
    {
        var ranking = book.Ranking!;

        Assert.Equal((10, PeriodUnit.WorkingDays), (ranking.PublicationClock.Length, ranking.PublicationClock.Unit));
        Assert.Equal((150, 100, 50), (ranking.Effects.GreenWeightPercent.Value, ranking.Effects.BlueWeightPercent.Value, ranking.Effects.RedWeightPercent.Value));
        Assert.Equal((false, false, 45), (ranking.Participation.CentreStaffRanked.Value, ranking.Participation.OutsidersRanked.Value, ranking.Participation.MinDaysInPool.Value));
        Assert.Equal((new(2, "WZ-13.4a"), new(1, "WZ-13.4a")), (ranking.RedStreak.Quarters, ranking.RedStreak.StopMonths));
        Assert.Equal(new(SuspensionScope.AllServices, "WZ-13.4a"), ranking.RedStreak.Stops);
        Assert.Equal((JudgedQuarter.FirstFull, true), (ranking.RedStreak.Judged.Value, ranking.RedStreak.UnrankedQuarterBreaks.Value));
    }

    [Fact]
    public void A_breach_stops_only_its_own_work_and_removal_ends_both_pools_here_alone()
    {
        var sanctions = book.Sanctions!;

        Assert.Equal(new(SuspensionScope.DutyOnly, "WZ-20.0"), sanctions.Suspension.DutyBreachStops);
        Assert.Equal(new(SuspensionScope.CasesOnly, "WZ-25.0"), sanctions.Suspension.CaseBreachStops);
        Assert.Equal((new(1, "WZ-25.3a"), new(2, "WZ-25.3b")), (sanctions.Suspension.UnqualifiedCases, sanctions.Suspension.LowGradesPerYear));
        Assert.Equal((new(3, "WZ-28.6"), true), (sanctions.Removal.BarYears, sanctions.Removal.InstitutionTold.Value));
        Assert.Equal((5, "WZ-29.2a", true), (sanctions.Removal.HearingDays.Value, sanctions.Removal.HearingDays.Clause, sanctions.Removal.HearingDays.IsAssumed));
        Assert.Equal((3, 10), (sanctions.Removal.NoticeClock.Length, sanctions.Exit.ReportClock.Length));
        Assert.False(sanctions.Exit.BarsReturn.Value);
        Assert.Contains(DeclineGround.Conflict, book.Declines!.JustifiedBy.Value);
    }

    [Fact]
    public void The_case_pool_is_published_once_a_year_with_five_facts_of_those_who_agree()
    {
        var disclosure = book.Disclosure!;

        Assert.Equal(new(12, "WZ-8.3"), disclosure.EveryMonths);
        Assert.Equal([DisclosedContent.CasePool], disclosure.Contents.Value);
        Assert.Equal([RosterField.Name, RosterField.Sex, RosterField.Age, RosterField.PracticeYears, RosterField.Specialities], disclosure.Roster!.Fields.Value);
        Assert.Equal([RosterField.Name, RosterField.Specialities], disclosure.Roster.WithoutConsent.Value);
    }
}
