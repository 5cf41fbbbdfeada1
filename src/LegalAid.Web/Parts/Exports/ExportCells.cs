namespace LegalAid.Web.Parts.Exports;

/// <summary>Moments as cells, in the office's time.</summary>
public static class ExportCells
{
    public static object? Moment(DateTime? utc) => utc is { } moment ? OfficeTime.Local(moment) : null;

    /// <summary>The end of a period: a period over at midnight ends with the day before, as pages say with 24:00.</summary>
    public static object? Until(DateTime? utc) => utc switch
    {
        null => null,
        { } end when OfficeTime.Local(end).TimeOfDay == TimeSpan.Zero => Show.LastDay(end),
        { } end => OfficeTime.Local(end),
    };
}
