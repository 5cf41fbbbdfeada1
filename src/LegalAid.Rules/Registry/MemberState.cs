namespace LegalAid.Rules.Registry;

/// <summary>Where somebody stands on the way from an application to the last day (人员状态). The states before the pool belong to an application, the others to a membership.</summary>
public enum MemberState
{
    /// <summary>申请</summary>
    Applied = 1,

    /// <summary>单位意见</summary>
    Endorsed,

    /// <summary>审核</summary>
    Vetted,

    /// <summary>待考试</summary>
    AwaitsExam,

    /// <summary>试用</summary>
    Probation,

    /// <summary>库外: on the roster, in neither pool (WZ-9.1)</summary>
    Outside,

    /// <summary>在库</summary>
    Active,

    /// <summary>请假</summary>
    OnLeave,

    /// <summary>暂停</summary>
    Suspended,

    /// <summary>停止执业</summary>
    PracticeStopped,

    /// <summary>退出办结中</summary>
    Exiting,

    /// <summary>已退出</summary>
    Exited,

    /// <summary>禁入期内</summary>
    Barred,

    /// <summary>已清退</summary>
    Removed,
}

/// <summary>The days in one of the pools; the second is the first day outside.</summary>
public sealed record PoolDays(DateOnly EnteredOn, DateOnly? LeftOn)
{
    public bool Contains(DateOnly day) => EnteredOn <= day && !(LeftOn <= day);
}

/// <summary>What a membership's state is drawn from: days alone, so that a change recorded ahead acts on its day by itself.</summary>
/// <param name="JoinedOn">The day of the last admission.</param>
/// <param name="LeftOn">The first day outside.</param>
/// <param name="Absences">Those that count.</param>
public sealed record MemberFacts(DateOnly JoinedOn, DateOnly? LeftOn, IReadOnlyList<TimeAway> Absences)
{
    /// <summary>The book asks for an exam before the work, and none was passed.</summary>
    public bool AwaitsExam { get; init; }

    /// <summary>The first day of the probation that runs (WZ-19.1). It has no last day: until somebody judges it, it is not over (WZ-19.3).</summary>
    public DateOnly? ProbationFrom { get; init; }

    /// <summary>The days in either pool, where the book tells pools apart; null where it does not.</summary>
    public IReadOnlyList<PoolDays>? InPools { get; init; }

    /// <summary>Cases given before are not finished yet (WZ-26.2).</summary>
    public bool HasRunningMatters { get; init; }

    /// <summary>The day of a removal that stands.</summary>
    public DateOnly? RemovedOn { get; init; }

    /// <summary>The last day on which the removal bars from coming back.</summary>
    public DateOnly? BarredThrough { get; init; }
}

/// <summary>A change that is recorded and lies ahead: 将于 6月20日 请假.</summary>
public sealed record ChangeAhead(DateOnly Day, MemberState State);

/// <summary>Draws the state of a member on a day.</summary>
public static class MemberStates
{
    public static MemberState On(MemberFacts facts, DateOnly day) =>
        facts.RemovedOn <= day ? (day <= facts.BarredThrough ? MemberState.Barred : MemberState.Removed)
        : facts.LeftOn <= day ? (facts.HasRunningMatters ? MemberState.Exiting : MemberState.Exited)
        : Away(facts, day) is { } kind ? Of(kind)
        : facts.InPools is { } pools && !pools.Any(days => days.Contains(day)) ? MemberState.Outside
        : facts.AwaitsExam ? MemberState.AwaitsExam
        : facts.ProbationFrom <= day ? MemberState.Probation
        : MemberState.Active;

    /// <summary>What changes later by what is recorded today, the nearest first.</summary>
    public static IReadOnlyList<ChangeAhead> Ahead(MemberFacts facts, DateOnly today)
    {
        var days = facts.Absences.SelectMany(away => new[] { away.FirstDay, away.LastDay?.AddDays(1) })
            .Concat((facts.InPools ?? []).SelectMany(pool => new[] { pool.EnteredOn, pool.LeftOn }))
            .Append(facts.ProbationFrom).Append(facts.LeftOn).OfType<DateOnly>().Where(day => day > today).Distinct().Order();
        var changes = new List<ChangeAhead>();
        var state = On(facts, today);
        foreach (var day in days)
        {
            if (On(facts, day) is var next && next != state)
            {
                changes.Add(new(day, next));
                state = next;
            }
        }

        return changes;
    }

    public static string NameOf(MemberState state) => state switch
    {
        MemberState.Applied => "申请",
        MemberState.Endorsed => "单位意见",
        MemberState.Vetted => "审核",
        MemberState.AwaitsExam => "待考试",
        MemberState.Probation => "试用",
        MemberState.Outside => "库外",
        MemberState.Active => "在库",
        MemberState.OnLeave => "请假",
        MemberState.Suspended => "暂停",
        MemberState.PracticeStopped => "停止执业",
        MemberState.Exiting => "退出办结中",
        MemberState.Exited => "已退出",
        MemberState.Barred => "禁入期内",
        MemberState.Removed => "已清退",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };

    /// <summary>What an absence makes of a member: whoever did not pass the yearly appraisal, or has no licence any more, does not practise.</summary>
    public static MemberState Of(AbsenceKind kind) => kind switch
    {
        AbsenceKind.Leave => MemberState.OnLeave,
        AbsenceKind.Suspension => MemberState.Suspended,
        AbsenceKind.PracticeStopped or AbsenceKind.AppraisalFailed or AbsenceKind.LicenceEnded => MemberState.PracticeStopped,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of absence."),
    };

    // A stop of practice is graver than a suspension, and that than a leave.
    private static AbsenceKind? Away(MemberFacts facts, DateOnly day) =>
        facts.Absences.Where(away => away.Contains(day)).Select(away => (AbsenceKind?)away.Kind).Max();
}
