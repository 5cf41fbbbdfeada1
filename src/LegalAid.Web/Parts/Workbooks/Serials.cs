using System.Globalization;

namespace LegalAid.Web.Parts.Workbooks;

/// <summary>Numbers as a workbook stores them: days as a count of days, figures as floating point text.</summary>
internal static class Serials
{
    private const double LastDay = 2_958_465;     // 9999-12-31

    /// <summary>The moment a serial number stands for; null when no calendar has it.</summary>
    public static DateTime? Day(string value, bool daysFrom1904)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) || serial is not (>= 1 and <= LastDay))
        {
            return null;
        }

        // Spreadsheets believe in 29 February 1900, so days before it are one off.
        var first = daysFrom1904 ? new DateTime(1904, 1, 1) : serial < 60 ? new DateTime(1899, 12, 31) : new DateTime(1899, 12, 30);
        var days = Math.Floor(serial);
        return first.AddDays(days).AddSeconds(Math.Round((serial - days) * 86_400));
    }

    /// <summary>The figure without exponent and without the noise of binary fractions: 8.1999999999999993 is 8.2.</summary>
    public static string Plain(string value)
    {
        var text = value.Trim();
        if (text.Length <= 28 && text.All(c => char.IsAsciiDigit(c) || c == '-'))
        {
            return text;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e27
            ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture)
            : text;
    }
}
