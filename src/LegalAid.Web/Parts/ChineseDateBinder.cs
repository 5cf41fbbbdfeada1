using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LegalAid.Web.Parts;

/// <summary>
/// Binds days (<see cref="DateOnly"/>) and moments (<see cref="DateTime"/>) as people here write them.
/// A moment is written in the office's time and bound as UTC, ready to be stored.
/// </summary>
public sealed class ChineseDateBinder : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType is { } type && (type == typeof(DateOnly) || type == typeof(DateTime)) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var posted = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (posted == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, posted);
        var text = posted.FirstValue;
        var metadata = bindingContext.ModelMetadata;
        if (string.IsNullOrWhiteSpace(text))
        {
            Accept(bindingContext, metadata.IsReferenceOrNullableType ? null : Missing, metadata);
            return Task.CompletedTask;
        }

        Accept(bindingContext, Read(text, metadata.UnderlyingOrModelType), metadata);
        return Task.CompletedTask;
    }

    private static readonly object Missing = new();

    private static void Accept(ModelBindingContext binding, object? value, ModelMetadata metadata)
    {
        if (value is string complaint)
        {
            binding.ModelState.TryAddModelError(binding.ModelName, $"{metadata.GetDisplayName()}{complaint}");
        }
        else if (ReferenceEquals(value, Missing))
        {
            binding.ModelState.TryAddModelError(binding.ModelName, $"请填写{metadata.GetDisplayName()}。");
        }
        else
        {
            binding.Result = ModelBindingResult.Success(value);
        }
    }

    private static object Read(string text, Type type)
    {
        if (type == typeof(DateOnly))
        {
            return ChineseDateText.TryParseDay(text, out var day) ? day : $"“{text.Trim()}”不是有效日期，请写成 2026-3-5 或 2026年3月5日。";
        }

        return ChineseDateText.TryParseMinute(text, out var local)
            ? OfficeTime.ToUtc(local)
            : $"“{text.Trim()}”不是有效的日期和时间，请写成 2026-3-5 9:30 或 2026年3月5日9时30分。";
    }
}
