using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Duty;

/// <summary>Where duty is done (值班岗位).</summary>
public enum DutyPost
{
    [Display(Name = "中心窗口")]
    Window = 1,

    [Display(Name = "12348 热线")]
    Hotline,

    [Display(Name = "工作站")]
    Station,
}

/// <summary>Whose shift it is when somebody else came (班次归谁).</summary>
public enum ShiftOwner
{
    [Display(Name = "实际到岗的人")]
    Attendee = 1,

    [Display(Name = "值班表上的人")]
    Rostered,
}

/// <summary>How people come to their shifts (值班): the posts one signs up for, what the centre may do instead, and the rules of each step.</summary>
public sealed record DutyRules(
    Setting<IReadOnlyList<DutyPost>> SignUpPosts,
    Setting<bool> Designation,
    Setting<bool> StationsTakeTurns,
    DutyYearRules Year,
    RosterRules Roster,
    CoverRules Cover,
    SwapRules Swap,
    AttendanceRules Attendance);

/// <summary>How many shifts a person does in a calendar year (值班次数). A soft limit where it may be passed with a reason (WZ-15.1).</summary>
public sealed record DutyYearRules(
    [Range(1, 366)] Setting<int> MaxShifts,
    Setting<bool> PassableWithReason,
    [Range(1, 366)] Setting<int> WarnFrom,
    Setting<IReadOnlyList<DutyPost>> CountedPosts,
    Setting<bool> DesignatedCount,
    Setting<ShiftOwner> CountedFor,
    Setting<bool> YearOfShift) : ICheckedRecord
{
    public IEnumerable<string> Faults()
    {
        if (WarnFrom.Value > MaxShifts.Value)
        {
            yield return $"从 {WarnFrom.Value} 次起提醒，晚于每年上限 {MaxShifts.Value} 次";
        }
    }
}

/// <summary>
/// What attendance is judged by (考勤): minutes somebody may be late without being late, days after the shift's own to fill in its log
/// (none: until that midnight), and who gets the points.
/// </summary>
public sealed record AttendanceRules(
    [Range(0, 60)] Setting<int> ToleranceMinutes,
    [Range(0, 30)] Setting<int> LogGraceDays,
    Setting<ShiftOwner> PointsGoTo);
