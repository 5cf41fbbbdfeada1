using System.Globalization;

namespace LegalAid.Rules.Common;

/// <summary>
/// What a decision says is written in one culture on every machine. Another one would write the year 2569, other digits or another minus sign,
/// and a stored decision would not be recomputed to the same bytes.
/// </summary>
public static class OneCulture
{
    public static T Write<T>(Func<T> decide)
    {
        var own = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return decide();
        }
        finally
        {
            CultureInfo.CurrentCulture = own;
        }
    }
}
