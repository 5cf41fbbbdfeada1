using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LegalAid.Web.Parts;

/// <summary>Binds a set of ticked boxes to one [Flags] value; the framework would keep only the first tick.</summary>
public sealed class FlagsBinder : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata is { IsFlagsEnum: true, ModelType.IsEnum: true } ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var posted = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (posted == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, posted);
        var type = bindingContext.ModelType;
        if (Enum.TryParse(type, string.Join(',', posted.Values.Where(v => !string.IsNullOrEmpty(v)).DefaultIfEmpty("0")), out var ticked)
            && IsDeclared(type, ticked))
        {
            bindingContext.Result = ModelBindingResult.Success(ticked);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, $"{bindingContext.ModelMetadata.GetDisplayName()}填写有误，请检查后重填。");
        }

        return Task.CompletedTask;
    }

    private static bool IsDeclared(Type type, object ticked)
    {
        var known = Enum.GetValues(type).Cast<object>().Aggregate(0L, (all, one) => all | Convert.ToInt64(one));
        return (Convert.ToInt64(ticked) & ~known) == 0;
    }
}
