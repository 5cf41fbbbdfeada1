using System.Reflection;
using LegalAid.Rules.Common;

namespace LegalAid.Store.Rulebooks;

/// <summary>What a record of the code asks of its YAML: the keys it knows, which may be missing, and whether it is a setting with a clause.</summary>
internal sealed class RecordShape
{
    public const string AssumedBecause = nameof(Setting<>.AssumedBecause);

    private static readonly string[] SettingKeys = ["title", "assumed", "reason"];
    private readonly Type type;
    private readonly ConstructorInfo constructor;

    private RecordShape(Type type)
    {
        this.type = type;
        constructor = type.GetConstructors().Single();
        Parameters = constructor.GetParameters();
        IsSetting = Parameters.Any(IsClause) && Parameters.Any(p => p.Name == AssumedBecause);
        Keys =
        [
            .. IsSetting ? SettingKeys : [],
            .. Parameters.Where(p => !IsSetting || p.Name != AssumedBecause).Select(p => Naming.Kebab(p.Name!)),
        ];
    }

    public IReadOnlyList<ParameterInfo> Parameters { get; }

    public IReadOnlyList<string> Keys { get; }

    public bool IsSetting { get; }

    public static RecordShape Of(Type type) => new(type);

    public static bool IsClause(ParameterInfo parameter) => parameter.Name!.EndsWith("Clause", StringComparison.Ordinal);

    public static bool IsOptional(ParameterInfo parameter) =>
        parameter.HasDefaultValue
        || Nullable.GetUnderlyingType(parameter.ParameterType) is not null
        || (!IsOfAnyType(parameter) && new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable);

    public static object? DefaultOf(ParameterInfo parameter) => parameter.HasDefaultValue ? parameter.DefaultValue : null;

    // The T of Setting<T> may be anything to the compiler, yet a setting without its value says nothing.
    private static bool IsOfAnyType(ParameterInfo parameter) =>
        parameter.Member.Module.ResolveMethod(parameter.Member.MetadataToken)!.GetParameters()[parameter.Position].ParameterType.IsGenericParameter;

    public object Make(object?[] values) => constructor.Invoke(values);

    /// <summary>Why the values do not fit together: what the record itself says, and percentages that share one whole.</summary>
    public IEnumerable<string> Faults(object made) => [.. made is ICheckedRecord own ? own.Faults() : [], .. FaultsOfShares(made)];

    private IEnumerable<string> FaultsOfShares(object made)
    {
        if (type.GetCustomAttribute<SharesOfOneWholeAttribute>() is null)
        {
            return [];
        }

        var percents = type.GetProperties()
            .Where(p => p.Name.EndsWith("Percent", StringComparison.Ordinal))
            .Select(p => p.GetValue(made) switch { int percent => percent, Setting<int> setting => setting.Value, _ => 0 });
        return Scales.WhyNotOneWhole(percents) is { } whyNot ? [whyNot] : [];
    }
}
