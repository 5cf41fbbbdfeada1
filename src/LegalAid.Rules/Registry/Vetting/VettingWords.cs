using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace LegalAid.Rules.Registry.Vetting;

/// <summary>The office's words for what vetting speaks of: those beside the values themselves.</summary>
public static class VettingWords
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        typeof(T).GetField(value.ToString())?.GetCustomAttribute<DisplayAttribute>()?.Name ?? throw new ArgumentOutOfRangeException(nameof(value), value, "A value without a word.");
}
