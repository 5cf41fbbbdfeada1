using LegalAid.Rules.Common;

namespace LegalAid.Rules.Training;

/// <summary>How somebody stands to a training they were to come to.</summary>
public enum AttendanceState
{
    /// <summary>未开始或者正在进行</summary>
    Upcoming = 1,

    /// <summary>已参训</summary>
    Present,

    /// <summary>迟到</summary>
    Late,

    /// <summary>缺训，待补课</summary>
    ToMakeUp,

    /// <summary>补课待确认</summary>
    MakeUpSent,

    /// <summary>已补课</summary>
    MadeUp,

    /// <summary>缺训，未补课</summary>
    Missed,

    /// <summary>签到待核实</summary>
    ToVerify,

    /// <summary>未参训，不需要补课</summary>
    Absent,
}

/// <summary>One invited person's attendance as the rules see it. Where the office's book knows no clock for making up, there is none.</summary>
/// <param name="SignInFromUtc">From when one may sign in; null from the start on.</param>
/// <param name="MakesUp">Whether who stays away has to make up for it; a cadre invited along has not.</param>
public sealed record AttendanceFacts(
    DateTime StartsAtUtc,
    DateTime EndsAtUtc,
    DateTime? SignedInAtUtc = null,
    DateTime? MakeUpDueAtUtc = null,
    DateTime? MakeUpSentAtUtc = null,
    bool MadeUp = false,
    DateTime? SignInToldAtUtc = null,
    DateTime? SignInFromUtc = null,
    bool MakesUp = true)
{
    public DateTime OpensAtUtc => SignInFromUtc ?? StartsAtUtc;
}

/// <summary>Coming to a training on time, staying away from it, and making up for it afterwards (QJ-5.3, QDN-4.5a, QDN-4.5b).</summary>
public static class Attending
{
    /// <summary>How much later than it was typed a code may arrive: the network may have been down for the whole of a session.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromHours(4);

    /// <summary>From when on an arriving code counts as sent later: the moment is only told then, and counts when the centre confirms it.</summary>
    public static readonly TimeSpan SentLater = TimeSpan.FromMinutes(2);

    private static readonly string[] Clauses = [];      // no text says how one signs in

    public static AttendanceState StateOf(AttendanceFacts attendance, DateTime nowUtc) =>
        attendance.SignedInAtUtc is { } signedIn ? LateMinutes(attendance.StartsAtUtc, signedIn) > 0 ? AttendanceState.Late : AttendanceState.Present
        : attendance.MadeUp ? AttendanceState.MadeUp
        : attendance.SignInToldAtUtc is not null ? AttendanceState.ToVerify
        : nowUtc < attendance.EndsAtUtc ? AttendanceState.Upcoming
        : !attendance.MakesUp ? AttendanceState.Absent
        : attendance.MakeUpSentAtUtc is not null ? AttendanceState.MakeUpSent
        : nowUtc < attendance.MakeUpDueAtUtc ? AttendanceState.ToMakeUp
        : AttendanceState.Missed;

    /// <summary>Whole minutes; whoever signs in within the minute it begins is on time (准时).</summary>
    public static int LateMinutes(DateTime startsAtUtc, DateTime signedInAtUtc) => Math.Max(0, (int)Math.Floor((signedInAtUtc - startsAtUtc).TotalMinutes));

    /// <summary>Came, late or not, or made up for it: the hours count.</summary>
    public static bool Counts(AttendanceState state) => state is AttendanceState.Present or AttendanceState.Late or AttendanceState.MadeUp;

    /// <summary>When a code was typed: as told, or now where nothing was told or the phone's clock is a little ahead.</summary>
    public static DateTime TypedAt(DateTime? toldUtc, DateTime nowUtc) => toldUtc is { } told && !(told > nowUtc && told - nowUtc <= SentLater) ? told : nowUtc;

    /// <summary>A code sent by message to somebody at home would do as well; so what is sent later is confirmed by who was there.</summary>
    public static bool NeedsVerifying(DateTime typedAtUtc, DateTime arrivedAtUtc) => arrivedAtUtc - typedAtUtc > SentLater;

    public static Refusal? WhyNotSignIn(AttendanceFacts attendance, DateTime typedAtUtc, DateTime nowUtc, int wrongCodes) =>
        attendance.SignedInAtUtc is not null ? new("signed-in", "已经签到。", Clauses)
        : attendance.SignInToldAtUtc is not null ? new("sign-in-waits", "签到已经提交，待中心核实。", Clauses)
        : nowUtc < attendance.OpensAtUtc ? new("sign-in-early", $"还没有开始签到，{Opening(attendance)}起可以签到。", Clauses)
        : typedAtUtc > nowUtc ? new("typed-later", "看到签到码的时间不能晚于现在。", Clauses)
        : !IsWithin(attendance, typedAtUtc) ? new("sign-in-over", $"签到须在{Opening(attendance)}至结束之间。没有赶上的，请找中心登记或者补课。", Clauses)
        : nowUtc - typedAtUtc > Tolerance ? new("typed-long-ago", "签到码最迟在看到以后四小时内提交。请找中心登记。", Clauses)
        : wrongCodes >= SignInCode.MostWrongCodes ? new("wrong-codes", "签到码输错次数过多，请找中心登记。", Clauses)
        : null;

    /// <summary>Signed in by the centre, who saw them come (签到登记).</summary>
    public static Refusal? WhyNotSignInByHand(AttendanceFacts attendance, DateTime atUtc, DateTime nowUtc) =>
        attendance.SignedInAtUtc is not null ? new("signed-in", "已经签到。", Clauses)
        : atUtc > nowUtc ? new("sign-in-later", "签到时间不能晚于现在。", Clauses)
        : !IsWithin(attendance, atUtc) ? new("sign-in-over", $"签到时间须在{Opening(attendance)}至结束之间。", Clauses)
        : null;

    /// <summary>An absence is explained before or after; being there needs no explanation.</summary>
    public static Refusal? WhyNotExplain(AttendanceFacts attendance) =>
        attendance.SignedInAtUtc is not null ? new("signed-in", "已经签到，不需要说明缺训原因。", Clauses) : null;

    public static Refusal? WhyNotMakeUp(AttendanceFacts attendance, DateTime nowUtc) => StateOf(attendance, nowUtc) switch
    {
        AttendanceState.ToMakeUp => null,
        AttendanceState.Missed when attendance.MakeUpDueAtUtc is null => null,
        AttendanceState.Missed => new("make-up-late", "补课的期限已过。", Clauses),
        AttendanceState.MakeUpSent => new("make-up-sent", "补课材料已经提交，待中心确认。", Clauses),
        AttendanceState.ToVerify => new("sign-in-waits", "签到已经提交，待中心核实。", Clauses),
        AttendanceState.Absent => new("no-make-up", "应邀参训的干部不需要补课。", Clauses),
        AttendanceState.MadeUp => new("made-up", "已经确认补课。", Clauses),
        AttendanceState.Upcoming => new("not-over", "培训还没有结束，不需要补课。", Clauses),
        AttendanceState.Present or AttendanceState.Late => new("signed-in", "已经参训，不需要补课。", Clauses),
        var state => throw new ArgumentOutOfRangeException(nameof(attendance), state, "Unknown state."),
    };

    private static bool IsWithin(AttendanceFacts attendance, DateTime atUtc) => atUtc >= attendance.OpensAtUtc && atUtc <= attendance.EndsAtUtc;

    private static string Opening(AttendanceFacts attendance) =>
        (int)(attendance.StartsAtUtc - attendance.OpensAtUtc).TotalMinutes is > 0 and var minutes ? $"开始前 {minutes} 分钟" : "开始";
}
