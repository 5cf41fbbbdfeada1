namespace LegalAid.Web.Parts;

/// <summary>Where a period stands at a moment: a word and a tone. Days are counted on the office's calendar.</summary>
public sealed record DeadlineState(string Word, Tone Tone)
{
    private const int SoonDays = 1;

    /// <summary>A period that still runs, or ran out.</summary>
    public static DeadlineState Running(DateTime dueUtc, DateTime nowUtc)
    {
        if (nowUtc >= dueUtc)
        {
            var late = nowUtc - dueUtc;
            return new(late.TotalHours < 24 ? $"已逾期 {Math.Max(1, (int)late.TotalHours)} 小时" : $"已逾期 {(int)late.TotalDays} 天", Tone.Bad);
        }

        var daysLeft = Show.LastDay(dueUtc).DayNumber - DateOnly.FromDateTime(OfficeTime.Local(nowUtc)).DayNumber;
        return daysLeft == 0 ? new("今日到期", Tone.Attention)
            : new($"剩 {daysLeft} 天", daysLeft <= SoonDays ? Tone.Attention : Tone.Plain);
    }

    /// <summary>A period that was met, in time or late.</summary>
    public static DeadlineState Met(DateTime dueUtc, DateTime metUtc) =>
        metUtc <= dueUtc ? new("按期办结", Tone.Good) : new("逾期办结", Tone.Bad);
}
