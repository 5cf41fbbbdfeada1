using System.Reflection;
using LegalAid.Rules.Common;

namespace LegalAid.Web.Tests.Rulebooks;

/// <summary>Somewhere a setting may lie: what a method returns, one of its arguments or locals, or a field.</summary>
internal readonly record struct Place(Module Module, int Token, PlaceKind Kind, int Index)
{
    public static Place Returned(MethodBase method) => new(method.Module, method.MetadataToken, PlaceKind.Returned, 0);

    public static Place Argument(MethodBase method, int index) => new(method.Module, method.MetadataToken, PlaceKind.Argument, index);

    public static Place Local(MethodBase method, int index) => new(method.Module, method.MetadataToken, PlaceKind.Local, index);

    public static Place Of(FieldInfo field) => new(field.Module, field.MetadataToken, PlaceKind.Field, 0);
}

internal enum PlaceKind
{
    Returned = 1,
    Argument,
    Local,
    Field,
}

/// <summary>
/// Where the settings of a rule book go in compiled code: from the property through locals, arguments, fields and returns, until somebody asks the value or hands the setting to code
/// that is not ours. Who asks only for the clause reads nothing.
/// </summary>
internal sealed class SettingFlow
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // What the compiler writes for every record looks at every property of it, and what a record checks when it is loaded is no use of it.
    private static readonly string[] OfRecords = [nameof(ICheckedRecord.Faults), "PrintMembers", "Equals", "GetHashCode", "ToString", "Deconstruct", "<Clone>$"];
    private readonly Dictionary<Place, HashSet<Place>> leadsTo = [];
    private readonly HashSet<Place> asked = [];

    public static SettingFlow Through(IEnumerable<Type> types)
    {
        var flow = new SettingFlow();
        foreach (var method in types.SelectMany(MethodsOf))
        {
            new MethodWalk(method, flow).Walk();
        }

        return flow;
    }

    /// <summary>Whether the value of this setting is asked for anywhere.</summary>
    public bool Reads(PropertyInfo setting)
    {
        var (seen, waiting) = (new HashSet<Place>(), new Stack<Place>([Place.Returned(setting.GetMethod!)]));
        while (waiting.TryPop(out var place))
        {
            if (asked.Contains(place))
            {
                return true;
            }

            foreach (var next in seen.Add(place) && leadsTo.TryGetValue(place, out var further) ? further : [])
            {
                waiting.Push(next);
            }
        }

        return false;
    }

    public static bool IsSetting(Type type) => type == typeof(PeriodRule) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Setting<>));

    /// <summary>A setting, or something that may hold one.</summary>
    public static bool MayHold(Type type) =>
        IsSetting(type) || type.IsGenericParameter || (type.IsGenericType && type.GetGenericArguments().Any(MayHold)) || (type.HasElementType && MayHold(type.GetElementType()!));

    internal void Lead(IEnumerable<Place> from, Place to)
    {
        foreach (var place in from)
        {
            (leadsTo.TryGetValue(place, out var all) ? all : leadsTo[place] = []).Add(to);
        }
    }

    internal void Ask(IEnumerable<Place> places) => asked.UnionWith(places);

    private static IEnumerable<MethodBase> MethodsOf(Type type) =>
        type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own))
            .Where(method => method.GetMethodBody() is not null && !IsOfRecord(method) && !IsCopying(method));

    // The compiler keeps lambdas and what is yielded under names of its own: <Faults>d__12.
    private static bool IsOfRecord(MethodBase method) =>
        OfRecords.Contains(method.Name, StringComparer.Ordinal) || new[] { method.Name, method.DeclaringType!.Name }.Any(name => name.StartsWith($"<{nameof(ICheckedRecord.Faults)}>", StringComparison.Ordinal));

    private static bool IsCopying(MethodBase method) => method is ConstructorInfo && method.GetParameters() is [var only] && only.ParameterType == method.DeclaringType;
}
