using Microsoft.AspNetCore.Mvc.Rendering;

namespace LegalAid.Web.Parts;

/// <summary>Options of a form field, with the words the office uses.</summary>
public static class Choices
{
    /// <summary>Named things by id, in the order given.</summary>
    public static IReadOnlyList<SelectListItem> Of(IReadOnlyDictionary<Guid, string> named) => [.. named.Select(one => new SelectListItem(one.Value, one.Key.ToString()))];

    /// <summary>Every declared value of an enum but an empty set (0), in order of declaration.</summary>
    public static IReadOnlyList<SelectListItem> Of<T>(Func<T, string> name)
        where T : struct, Enum =>
    [
        .. from value in Enum.GetValues<T>()
           where Convert.ToInt64(value) != 0
           select new SelectListItem(name(value), value.ToString()),
    ];
}
