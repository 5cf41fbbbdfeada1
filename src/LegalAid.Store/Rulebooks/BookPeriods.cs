using System.Collections;
using System.Reflection;
using LegalAid.Rules.Common;

namespace LegalAid.Store.Rulebooks;

/// <summary>Every legal period a book sets, in whatever section it stands.</summary>
public static class BookPeriods
{
    private static readonly string Rules = typeof(PeriodRule).Assembly.GetName().Name!;

    public static IEnumerable<PeriodRule> Of(IBook book) => Sections(book).SelectMany(In).Distinct();

    private static IEnumerable<object?> Sections(object part) =>
        part.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.GetIndexParameters().Length == 0).Select(property => property.GetValue(part));

    private static IEnumerable<PeriodRule> In(object? part) => part switch
    {
        null or string or Enum => [],
        PeriodRule period => [period],
        IEnumerable list => list.Cast<object?>().SelectMany(In),
        _ when part.GetType().Assembly.GetName().Name == Rules => Sections(part).SelectMany(In),
        _ => [],
    };
}
