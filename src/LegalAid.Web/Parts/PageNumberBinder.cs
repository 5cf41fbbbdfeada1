using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Parts;

/// <summary>
/// Binds the page of every list: a page model's <c>int P</c>, <c>p</c> in the address. What somebody typed by hand is brought between the first page and
/// the last one that can be counted, so that no list has to think of it.
/// </summary>
public sealed class PageNumberBinder : IModelBinder, IModelBinderProvider
{
    /// <summary>More pages than any list has, and few enough that their rows can be counted in an <see cref="int"/>.</summary>
    public const int Last = 1_000_000;

    private const string Property = "P";

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata is { PropertyName: Property, ContainerType: { } container } && context.Metadata.ModelType == typeof(int) && container.IsSubclassOf(typeof(PageModel))
            ? this
            : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var asked = bindingContext.ValueProvider.GetValue(bindingContext.ModelName).FirstValue;
        if (asked is not null)
        {
            bindingContext.Result = ModelBindingResult.Success(Read(asked));
        }

        return Task.CompletedTask;
    }

    private static int Read(string asked) =>
        decimal.TryParse(asked, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var page) ? (int)Math.Clamp(page, 1, Last) : 1;
}
