namespace LegalAid.Rules.Notices;

/// <summary>The hours of the night in which nobody is rung or messaged (免打扰时段), on the office's wall clock. From the same minute until the same minute: none.</summary>
public sealed record QuietHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>Where an office has said nothing.</summary>
    public static QuietHours Usual { get; } = new(new(22, 0), new(7, 0));

    /// <summary>The first minute is quiet, the last is not any more.</summary>
    public bool Covers(TimeOnly time) => From != Until && time.IsBetween(From, Until);

    /// <summary>When the quiet that covers this moment is over.</summary>
    public DateTime EndAfter(DateTime local)
    {
        var end = local.Date + Until.ToTimeSpan();
        return end > local ? end : end.AddDays(1);
    }
}

/// <summary>When a notice goes out by a channel outside the program, and when it is tried again. The same failure always leads to the same moment.</summary>
public static class SendingSchedule
{
    // After the last pause the whole day has been tried; who runs the office is told instead.
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
    ];

    /// <summary>How often it is tried before it is given up.</summary>
    public static int MostAttempts => Pauses.Length + 1;

    /// <summary>The next try after so many that failed; null when it is given up.</summary>
    public static DateTime? NextTry(int failed, DateTime failedAt) =>
        failed < 1 ? throw new ArgumentOutOfRangeException(nameof(failed), failed, "Nothing has failed.")
        : failed < MostAttempts ? failedAt + Pauses[failed - 1]
        : null;

    /// <summary>The first moment it may go out: now, or when the quiet is over. A clock with less than a day left does not wait for the morning.</summary>
    public static DateTime NotBefore(DateTime local, QuietHours quiet, DateTime? dueAt) =>
        quiet.Covers(TimeOnly.FromDateTime(local)) && !(dueAt - local < TimeSpan.FromDays(1)) ? quiet.EndAfter(local) : local;
}
