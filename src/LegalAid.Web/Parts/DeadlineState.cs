namespace LegalAid.Web.Parts;

/// <summary>Where a period stands at a moment: a word and a tone. Days are counted on the office's calendar.</summary>
public sealed record DeadlineState(string Word, Tone Tone)
{
    private const int SoonDays = 1;

    /// <summary>A period that still runs, or ran out.</summary>
    public static DeadlineState Running(DateTime dueUtc, DateTime nowUtc)
    {
        if (IsLate(dueUtc, nowUtc))
        {
            return new($"已逾期 {Length(nowUtc - dueUtc)}", Tone.Bad);
        }

        var daysLeft = Show.LastDay(dueUtc).DayNumber - DateOnly.FromDateTime(OfficeTime.Local(nowUtc)).DayNumber;
        return daysLeft == 0 ? new("今日到期", Tone.Attention)
            : new($"剩 {daysLeft} 天", daysLeft <= SoonDays ? Tone.Attention : Tone.Plain);
    }

    /// <summary>A period that was met, in time or late; how late is told by when it was met, however long ago that is.</summary>
    public static DeadlineState Met(DateTime dueUtc, DateTime metUtc) =>
        IsLate(dueUtc, metUtc) ? new($"逾期 {Length(metUtc - dueUtc)}办结", Tone.Bad) : new("按期办结", Tone.Good);

    // A period of whole days is over with its last day's 24:00; one of hours includes its last moment (民法典第一千二百五十九条).
    private static bool IsLate(DateTime dueUtc, DateTime atUtc) => OfficeTime.Local(dueUtc).TimeOfDay == TimeSpan.Zero ? atUtc >= dueUtc : atUtc > dueUtc;

    private static string Length(TimeSpan late) => late.TotalHours < 24 ? $"{Math.Max(1, (int)late.TotalHours)} 小时" : $"{(int)late.TotalDays} 天";
}
