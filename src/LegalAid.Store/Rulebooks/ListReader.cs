using System.Collections.ObjectModel;
using System.Reflection;
using LegalAid.Rules.Common;

namespace LegalAid.Store.Rulebooks;

/// <summary>Lists of a rule book: made read-only, no word twice, bands in ascending order without gap or overlap.</summary>
internal static class ListReader
{
    private static readonly MethodInfo MakeOf = typeof(ListReader).GetMethod(nameof(ReadOnly), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    public static object Make(Type element, IReadOnlyList<object> items) => MakeOf.MakeGenericMethod(element).Invoke(null, [items])!;

    public static IEnumerable<string> Faults(Type element, IReadOnlyList<object> items, Bounds bounds)
    {
        if (element.IsGenericType && element.GetGenericTypeDefinition() == typeof(Band<>))
        {
            var from = element.GetProperty(nameof(Band<>.From))!;
            return Scales.Faults([.. items.Select(item => (int)from.GetValue(item)!)], (int)bounds.Min);
        }

        return ScalarReader.Reads(element)
            ? items.GroupBy(item => item).Where(same => same.Skip(1).Any()).Select(same => $"“{Naming.Kebab(same.Key.ToString()!)}”重复")
            : [];
    }

    private static ReadOnlyCollection<T> ReadOnly<T>(IReadOnlyList<object> items) => Array.AsReadOnly([.. items.Cast<T>()]);
}
