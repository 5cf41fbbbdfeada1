using System.Collections.Frozen;
using System.Text.Json.Serialization;

namespace LegalAid.Rules.Common;

/// <summary>A day that the yearly plan of the State Council names, with the holiday it belongs to (国庆节).</summary>
public sealed record NamedDay(DateOnly Day, string Holiday);

/// <summary>What a day is to somebody who counts working days.</summary>
public enum DayKind
{
    /// <summary>工作日</summary>
    Workday = 1,

    /// <summary>双休日</summary>
    Weekend,

    /// <summary>放假，包括与节日连休的双休日</summary>
    Holiday,

    /// <summary>调休上班的周六、周日</summary>
    MakeUpWorkday,
}

/// <summary>
/// Which days are worked: weekends off, changed by the State Council's yearly plan (放假调休).
/// For a year without a plan only weekends are known; whoever counts across such a year must say so.
/// </summary>
public sealed class WorkCalendar
{
    private readonly FrozenDictionary<DateOnly, NamedDay> daysOff;
    private readonly FrozenDictionary<DateOnly, NamedDay> makeUpDays;

    [JsonConstructor]
    public WorkCalendar(IReadOnlyList<NamedDay> daysOff, IReadOnlyList<NamedDay> makeUpDays, IReadOnlyList<int> announcedYears)
    {
        DaysOff = [.. daysOff.OrderBy(d => d.Day)];
        MakeUpDays = [.. makeUpDays.OrderBy(d => d.Day)];
        AnnouncedYears = [.. announcedYears.Distinct().Order()];
        this.daysOff = DaysOff.ToFrozenDictionary(d => d.Day);
        this.makeUpDays = MakeUpDays.ToFrozenDictionary(d => d.Day);
        if (MakeUpDays.FirstOrDefault(d => this.daysOff.ContainsKey(d.Day)) is { } both)
        {
            throw new ArgumentException($"{both.Day:yyyy-MM-dd} cannot be a day off and a make-up working day at once.", nameof(makeUpDays));
        }
    }

    public IReadOnlyList<NamedDay> DaysOff { get; init; }

    public IReadOnlyList<NamedDay> MakeUpDays { get; init; }

    /// <summary>The years whose plan is known.</summary>
    public IReadOnlyList<int> AnnouncedYears { get; init; }

    public bool IsAnnounced(int year) => AnnouncedYears.Contains(year);

    public bool IsWorkingDay(DateOnly day) => KindOf(day) is DayKind.Workday or DayKind.MakeUpWorkday;

    public DayKind KindOf(DateOnly day) =>
        makeUpDays.ContainsKey(day) ? DayKind.MakeUpWorkday
        : daysOff.ContainsKey(day) ? DayKind.Holiday
        : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend
        : DayKind.Workday;

    /// <summary>What the day is called when it is off or made up for: 国庆节放假, 双休日, 调休上班; 工作日 otherwise.</summary>
    public string NameOf(DateOnly day) => KindOf(day) switch
    {
        DayKind.Workday => "工作日",
        DayKind.Weekend => "双休日",
        DayKind.Holiday => $"{daysOff[day].Holiday}放假",
        DayKind.MakeUpWorkday => "调休上班",
        var kind => throw new InvalidOperationException($"Unknown kind of day {kind}."),
    };

    /// <summary>The part of the calendar that a decision about these days rests on, small enough to be stored with it.</summary>
    public WorkCalendar Excerpt(DateOnly from, DateOnly to)
    {
        var range = new DateRange(from, to);
        return new WorkCalendar(
            [.. DaysOff.Where(d => range.Contains(d.Day))],
            [.. MakeUpDays.Where(d => range.Contains(d.Day))],
            [.. AnnouncedYears.Where(y => y >= from.Year && y <= to.Year)]);
    }
}
