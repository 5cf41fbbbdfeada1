using LegalAid.Rules.Common;
using LegalAid.Rules.Corps;
using LegalAid.Rules.Training;
using Xunit;
using static LegalAid.Rules.Tests.Common.Calendars;

namespace LegalAid.Rules.Tests.Training;

/// <summary>A training from 9:00 to 12:00 on 17 June 2026, made up until 17 July at midnight.</summary>
public sealed class AttendingTests
{
    private static readonly AttendanceFacts Invited = new(At("9:00"), At("12:00"), MakeUpDueAtUtc: new(2026, 7, 18, 0, 0, 0, DateTimeKind.Utc), SignInFromUtc: At("8:30"));

    [Theory]
    [Clause("QJ-5.3", "QDN-4.5a")]
    [InlineData("9:00:59", AttendanceState.Present, 0)]     // within the minute it begins
    [InlineData("9:01:00", AttendanceState.Late, 1)]
    [InlineData("9:16:30", AttendanceState.Late, 16)]
    [InlineData("8:30:00", AttendanceState.Present, 0)]
    public void Who_signs_in_after_the_minute_it_begins_is_late(string time, AttendanceState state, int minutes)
    {
        Assert.Equal(state, Attending.StateOf(Invited with { SignedInAtUtc = At(time) }, At("12:00")));
        Assert.Equal(minutes, Attending.LateMinutes(Invited.StartsAtUtc, At(time)));
    }

    [Theory]
    [InlineData("8:29:59", "8:29:59", 0, "sign-in-early")]
    [InlineData("8:30", "8:30", 0, "")]
    [InlineData("12:00", "12:00", 0, "")]
    [InlineData("12:00:01", "12:00:01", 0, "sign-in-over")]
    [InlineData("9:05", "13:05", 0, "")]                    // typed without a network, sent four hours later
    [InlineData("9:05", "13:05:01", 0, "typed-long-ago")]
    [InlineData("9:06", "9:05", 0, "typed-later")]
    [InlineData("9:05", "9:05", 9, "")]
    [InlineData("9:05", "9:05", 10, "wrong-codes")]
    public void A_code_is_taken_from_half_an_hour_before_until_the_end_and_four_hours_later_if_typed_then(string typed, string now, int wrong, string refused) =>
        Assert.Equal(refused, Attending.WhyNotSignIn(Invited, At(typed), At(now), wrong)?.Code ?? "");

    [Theory]
    [InlineData(30, "8:30:00", "8:29:59", "开始前 30 分钟起")]
    [InlineData(15, "8:45:00", "8:44:59", "开始前 15 分钟起")]
    [InlineData(0, "9:00:00", "8:59:59", "开始起")]
    public void How_long_before_the_start_one_may_sign_in_is_the_books(int minutes, string open, string early, string said)
    {
        var facts = Invited with { SignInFromUtc = minutes == 0 ? null : At("9:00").AddMinutes(-minutes) };

        Assert.Null(Attending.WhyNotSignIn(facts, At(open), At(open), 0));
        Assert.Contains(said, Attending.WhyNotSignIn(facts, At(early), At(early), 0)!.Message, StringComparison.Ordinal);
        Assert.Null(Attending.WhyNotSignInByHand(facts, At(open), At("12:30")));
        Assert.Equal("sign-in-over", Attending.WhyNotSignInByHand(facts, At(early), At("12:30"))?.Code);
        Assert.Equal("sign-in-later", Attending.WhyNotSignInByHand(facts, At("10:00:01"), At("10:00"))?.Code);
    }

    [Theory]
    [Clause("TL-4.2a")]
    [InlineData("11:59:59", AttendanceState.Upcoming, "not-over")]
    [InlineData("12:00:00", AttendanceState.Absent, "no-make-up")]
    public void A_cadre_who_stays_away_owes_nothing(string now, AttendanceState state, string refused)
    {
        var cadre = Invited with { MakeUpDueAtUtc = null, MakesUp = false };

        Assert.Equal(state, Attending.StateOf(cadre, At(now)));
        Assert.Equal(refused, Attending.WhyNotMakeUp(cadre, At(now))?.Code);
    }

    [Theory]
    [InlineData("9:07:00", "9:05:00", "9:05:00")]           // a phone two minutes ahead
    [InlineData("9:07:01", "9:05:00", "9:07:01")]           // more is told, and refused
    [InlineData("8:59:00", "9:05:00", "8:59:00")]
    [InlineData(null, "9:05:00", "9:05:00")]
    public void A_phone_a_little_ahead_of_the_office_signs_in_now(string? told, string now, string typed) =>
        Assert.Equal(At(typed), Attending.TypedAt(told is null ? null : At(told), At(now)));

    [Theory]
    [InlineData("9:00:00", "9:02:00", false)]
    [InlineData("9:00:00", "9:02:01", true)]
    public void What_arrives_more_than_two_minutes_later_counts_when_it_was_confirmed(string typed, string arrived, bool waits)
    {
        Assert.Equal(waits, Attending.NeedsVerifying(At(typed), At(arrived)));
        var told = new AttendanceFacts(At("9:00:00"), At("12:00:00"), SignInToldAtUtc: At(typed));
        Assert.Equal((AttendanceState.ToVerify, false), (Attending.StateOf(told, At("13:00:00")), Attending.Counts(Attending.StateOf(told, At("13:00:00")))));
        Assert.Equal("sign-in-waits", Attending.WhyNotSignIn(told, At("9:05:00"), At("9:05:00"), 0)?.Code);
        Assert.Equal("sign-in-waits", Attending.WhyNotMakeUp(told, At("13:00:00"))?.Code);
    }

    [Theory]
    [Clause("QDN-4.5b")]
    [InlineData("2026-06-17 11:59", AttendanceState.Upcoming, "not-over")]
    [InlineData("2026-06-17 12:00", AttendanceState.ToMakeUp, "")]
    [InlineData("2026-07-17 23:59", AttendanceState.ToMakeUp, "")]
    [InlineData("2026-07-18 00:00", AttendanceState.Missed, "make-up-late")]
    public void A_missed_training_may_be_made_up_until_the_end_of_its_time(string now, AttendanceState state, string refused)
    {
        var moment = Utc(now);

        Assert.Equal(state, Attending.StateOf(Invited, moment));
        Assert.Equal(refused, Attending.WhyNotMakeUp(Invited, moment)?.Code ?? "");
    }

    [Fact]
    public void Without_a_time_for_it_a_missed_training_is_missed_and_may_still_be_made_up()
    {
        var without = Invited with { MakeUpDueAtUtc = null };

        Assert.Equal(AttendanceState.Missed, Attending.StateOf(without, Utc("2027-01-01 00:00")));
        Assert.Null(Attending.WhyNotMakeUp(without, Utc("2027-01-01 00:00")));
    }

    [Fact]
    [Clause("QDN-4.7.3")]
    public void Only_what_was_missed_and_not_made_up_is_counted_and_two_are_enough()
    {
        var states = Enum.GetValues<AttendanceState>().Select(state => (Day("2026-06-17"), state)).Append((Day("2025-11-30"), AttendanceState.Missed)).ToList();

        var one = MissedTrainings.Count(states, Day("2025-12-01"), Cancellation(LapsesSince.LastAdjustment));
        var two = MissedTrainings.Count(states, Day("2025-11-30"), Cancellation(LapsesSince.LastAdjustment));

        Assert.Equal((1, false), (one.Count, one.IsReached));
        Assert.Equal((2, true), (two.Count, two.IsReached));
    }

    private static CorpsCancellationRules Cancellation(LapsesSince since) => new(
        new(true, "QDN-4.7.1"), new(1, "QDN-4.7.1"), new(15, PeriodUnit.Days, true, "QDN-4.7.1"), new(2, "QDN-4.7.2"), new(true, "QDN-4.7.2"), new(2, "QDN-4.7.3"), new(true, "QDN-4.7.3"),
        new(since, "QDN-4.7.2"), new(true, "QDN-4.7.2"), new(CorpsDecider.Prefecture, "QDN-4.7.2"), new(CorpsDecider.LicensingAuthority, "QDN-11.2"));

    private static DateTime At(string time) => Utc($"2026-06-17 {time}");

    private static DateTime Utc(string moment) => DateTime.SpecifyKind(DateTime.Parse(moment), DateTimeKind.Utc);
}
