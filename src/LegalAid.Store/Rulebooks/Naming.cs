using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text;

namespace LegalAid.Store.Rulebooks;

/// <summary>How names of the code are written in a rule book: <c>GraveCaseMinYears</c> is <c>grave-case-min-years</c>.</summary>
internal static class Naming
{
    public static string Kebab(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    public static IReadOnlyDictionary<string, object> EnumValues(Type type) =>
        Enum.GetValues(type).Cast<object>().ToDictionary(value => Kebab(value.ToString()!), StringComparer.Ordinal);

    /// <summary>The Chinese word for an enum value, where the code gives one by <see cref="DisplayAttribute"/>.</summary>
    public static string Word(Enum value) =>
        value.GetType().GetField(value.ToString())?.GetCustomAttribute<DisplayAttribute>()?.Name ?? Kebab(value.ToString());
}
