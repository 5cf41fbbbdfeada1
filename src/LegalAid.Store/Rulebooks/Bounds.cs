using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace LegalAid.Store.Rulebooks;

/// <summary>Between which figures a number of a rule book must lie, both included.</summary>
internal sealed record Bounds(long Min, long Max)
{
    public static Bounds NotNegative { get; } = new(0, long.MaxValue);

    /// <summary>
    /// A parameter's own <see cref="RangeAttribute"/> decides, then that of the setting it stands in;
    /// without either a share is 0 to 100 percent and no number is negative.
    /// </summary>
    public static Bounds Of(ParameterInfo parameter, Bounds around)
    {
        if (parameter.GetCustomAttribute<RangeAttribute>() is { Minimum: int min, Maximum: int max })
        {
            return new(min, max);
        }

        return around != NotNegative ? around
            : parameter.Name!.EndsWith("Percent", StringComparison.Ordinal) ? new(0, 100)
            : NotNegative;
    }

    public bool Hold(long number) => number >= Min && number <= Max;

    public override string ToString() => Max == long.MaxValue ? $"不小于 {Min}" : $"在 {Min} 至 {Max} 之间";
}
