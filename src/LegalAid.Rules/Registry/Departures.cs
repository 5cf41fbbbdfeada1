using LegalAid.Rules.Common;
using LegalAid.Rules.Conduct;

namespace LegalAid.Rules.Registry;

/// <summary>Since when somebody has been in the pool, and the first day outside it; null for who has not left.</summary>
/// <param name="JoinedOn">The day of the last admission.</param>
/// <param name="LeftOn">The first day outside.</param>
/// <param name="LastGivenOn">The day a case was last given to this person; null when none was.</param>
public sealed record TimeInPool(DateOnly JoinedOn, DateOnly? LeftOn = null, DateOnly? LastGivenOn = null)
{
    public bool HasLeftBy(DateOnly day) => LeftOn <= day;
}

/// <summary>Why a departure is recorded where the book has exits: neither is one (WZ-26.1).</summary>
public enum DepartureGround
{
    /// <summary>死亡</summary>
    Death = 1,

    /// <summary>误登: the entry in the pool was a mistake.</summary>
    Mistake,
}

/// <summary>How a membership ended (离库方式).</summary>
public enum LeavingWay
{
    /// <summary>登记离开</summary>
    Recorded = 1,

    /// <summary>退出</summary>
    Exit,

    /// <summary>集中更新，不再续任</summary>
    NotRenewed,

    /// <summary>清退</summary>
    Removal,
}

/// <summary>How an institution ends its work in a district.</summary>
public enum ClosingKind
{
    /// <summary>注销: it no longer exists anywhere.</summary>
    Dissolved = 1,

    /// <summary>迁出: it goes on practising in another district.</summary>
    MovedAway,
}

/// <summary>An institution as its closing is looked at: where it is registered, since when it is closed, the day a case was last given to it.</summary>
public sealed record Standing(string District, DateOnly? ClosedOn, DateOnly? LastGivenOn = null);

/// <summary>When people and institutions leave an office's pool (离开、注销、迁出) and come back. The day given is the first day outside.</summary>
public static class Departures
{
    /// <summary>So long after it was recorded a clerk takes a departure back that was a mistake; no clause speaks of it.</summary>
    public const int ClerkDays = 7;

    /// <summary>So long the centre's head does.</summary>
    public const int HeadDays = 90;

    private const int FurthestYears = 2;

    public static Refusal? WhyNotLeave(TimeInPool pool, DateOnly day, DateOnly today) =>
        pool.LeftOn is { } left ? new("already-left", $"已登记自{left:yyyy-MM-dd}起离开。", [])
        : day < pool.JoinedOn ? new("left-before-joining", $"离开日早于入库日（{pool.JoinedOn:yyyy-MM-dd}）。", [])
        : WhyGivenLater(pool.LastGivenOn, day) ?? WhyFar(day, today);

    /// <summary>
    /// Where the book has exits, whoever leaves applies with the letter and the head agrees (WZ-29.1a, WZ-29.1b); what is no exit, a death or a wrong entry, the head records.
    /// </summary>
    public static Refusal? WhyNotRecord(DepartureGround? ground, bool byHead, ExitRules? exit) =>
        exit is null ? null
        : !byHead ? new("departure-head", "退出须由本人申请、负责人同意；死亡或者误登的，由中心负责人登记。", [exit.SignedAndSealed.Clause, exit.NeedsConsent.Clause])
        : ground is null ? new("departure-ground", "请选择死亡或者误登；退出、不再符合条件的，请办理退出申请。", [exit.SignedAndSealed.Clause])
        : null;

    /// <summary>
    /// Only a departure recorded by mistake is taken back, and soon. Who exited, was not renewed or was removed, and who left long ago, comes by a new application.
    /// </summary>
    public static Refusal? WhyNotTakeBack(DateOnly? leftOn, LeavingWay way, DateOnly recordedOn, bool byHead, DateOnly today) =>
        leftOn is null ? new("not-left", "此人在库，没有离开登记。", [])
        : way != LeavingWay.Recorded ? new("left-for-good", $"此人因{NameOf(way)}离库，不能撤回；要回来的，须重新申请入库。", [])
        : today > recordedOn.AddDays(HeadDays) ? new("left-long-ago", $"离开登记已超过{HeadDays}天，不能撤回；要回来的，须重新申请入库。", [], $"登记于{recordedOn:yyyy-MM-dd}")
        : !byHead && today > recordedOn.AddDays(ClerkDays) ? new("left-by-head", $"离开登记已超过{ClerkDays}天，由中心负责人撤回。", [], $"登记于{recordedOn:yyyy-MM-dd}")
        : null;

    public static string NameOf(DepartureGround ground) => ground switch
    {
        DepartureGround.Death => "死亡",
        DepartureGround.Mistake => "误登",
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, "Unknown ground."),
    };

    private static string NameOf(LeavingWay way) => way switch
    {
        LeavingWay.Recorded => "登记离开",
        LeavingWay.Exit => "退出",
        LeavingWay.NotRenewed => "集中更新不再续任",
        LeavingWay.Removal => "清退",
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, "Unknown way."),
    };

    /// <summary>Who comes back needs an institution that still practises.</summary>
    public static Refusal? WhyNotReturn(TimeInPool pool, Standing institution, RosterRules rules, DateOnly today) =>
        pool.LeftOn is null ? new("not-left", "此人在库，没有离开登记。", [])
        : institution.ClosedOn <= today ? new("institution-closed", $"原执业机构已于{institution.ClosedOn:yyyy-MM-dd}注销；已到其他机构执业的，请用名册导入重新入库。", [])
        : !rules.Reaches(institution.District) ? new("elsewhere", $"原执业机构现登记在{institution.District}，不在本区；已到本区其他机构执业的，请用名册导入重新入库。", [rules.Reach.Clause])
        : null;

    /// <summary>Taken back on its day or on the day it was recorded, a departure never happened; afterwards coming back is a new admission.</summary>
    public static bool IsTakenBack(DateOnly leftOn, DateOnly today, DateOnly? recordedOn = null) => leftOn >= today || recordedOn >= today;

    /// <summary>An institution is one record for all offices: only the office of its district says that it closed or moved.</summary>
    public static Refusal? WhyNotClose(Standing institution, string ownDistrict, ClosingKind kind, DateOnly day, string? newDistrict, DateOnly today) =>
        institution.ClosedOn is { } closed ? new("already-closed", $"已登记自{closed:yyyy-MM-dd}起注销。", [])
        : institution.District != ownDistrict ? new("elsewhere", $"机构登记在{institution.District}，由当地法律援助机构登记；本机构名册上的人员可以逐一登记离开。", [])
        : kind == ClosingKind.MovedAway ? WhyNotMove(ownDistrict, day, newDistrict, today) ?? WhyGivenLater(institution.LastGivenOn, day) ?? WhyFar(day, today)
        : WhyGivenLater(institution.LastGivenOn, day) ?? WhyFar(day, today);

    /// <summary>Only what nobody else answers for is put back: the own district's, or one this office let go to where the deployment has no office.</summary>
    public static Refusal? WhyNotReopen(Standing institution, string ownDistrict, bool letGoFromHere) =>
        institution.District != ownDistrict && !letGoFromHere ? new("elsewhere", $"机构现登记在{institution.District}，由当地法律援助机构办理。", [])
        : institution.ClosedOn is null && institution.District == ownDistrict ? new("not-closed", "机构在本区执业，没有注销或迁出登记。", [])
        : null;

    private static Refusal? WhyNotMove(string ownDistrict, DateOnly day, string? newDistrict, DateOnly today) =>
        string.IsNullOrWhiteSpace(newDistrict) ? new("new-district", "请写明迁往何处，如“重庆市渝中区”。", [])
        : newDistrict == ownDistrict ? new("new-district", "迁往的地方就是本区，不是迁出。", [])
        : day > today ? new("moved-later", "迁出须在完成以后登记，迁出日不能晚于今天。", [])     // the other office takes it over at once
        : null;

    // Who was given a case was there that day.
    private static Refusal? WhyGivenLater(DateOnly? lastGivenOn, DateOnly day) =>
        day < lastGivenOn ? new("given-later", $"{lastGivenOn:yyyy-MM-dd}还向其指派过案件，日期不能早于这一天。", []) : null;

    private static Refusal? WhyFar(DateOnly day, DateOnly today) =>
        day > today.AddYears(FurthestYears) || day < today.AddYears(-FurthestYears) ? new("day-far", $"日期与今天相差超过{FurthestYears}年，请核对年份。", []) : null;
}
