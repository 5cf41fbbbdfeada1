using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace LegalAid.Web.Parts;

/// <summary>What a form says when a field is missing or malformed: Chinese, naming the field and what to do.</summary>
public sealed class ChineseMessages : IValidationMetadataProvider
{
    /// <summary>Sets all default messages and the binders for days, moments and sets of ticks.</summary>
    public static void Apply(MvcOptions options)
    {
        var binding = options.ModelBindingMessageProvider;
        binding.SetMissingBindRequiredValueAccessor(field => $"请填写{field}。");
        binding.SetMissingKeyOrValueAccessor(() => "请填写此项。");
        binding.SetMissingRequestBodyRequiredValueAccessor(() => "请求没有内容。");
        binding.SetValueMustNotBeNullAccessor(_ => "请填写此项。");
        binding.SetAttemptedValueIsInvalidAccessor((value, field) => $"{field}“{value}”填写有误，请检查后重填。");
        binding.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{value}”填写有误，请检查后重填。");
        binding.SetUnknownValueIsInvalidAccessor(field => $"{field}填写有误，请检查后重填。");
        binding.SetNonPropertyUnknownValueIsInvalidAccessor(() => "填写有误，请检查后重填。");
        binding.SetValueIsInvalidAccessor(value => $"“{value}”填写有误，请检查后重填。");
        binding.SetValueMustBeANumberAccessor(field => $"{field}应为数字。");
        binding.SetNonPropertyValueMustBeANumberAccessor(() => "应为数字。");
        options.ModelBinderProviders.Insert(0, new ChineseDateBinder());
        options.ModelBinderProviders.Insert(0, new FlagsBinder());
        options.ModelMetadataDetailsProviders.Add(new ChineseMessages());
    }

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (rule is { ErrorMessage: null, ErrorMessageResourceName: null } && Default(rule) is { } message)
            {
                rule.ErrorMessage = message;
            }
        }
    }

    // {0} is the field's [Display(Name)].
    private static string? Default(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => "请填写{0}。",
        StringLengthAttribute { MinimumLength: > 0 } => "{0}应为 {2} 至 {1} 个字。",
        StringLengthAttribute or MaxLengthAttribute => "{0}最多 {1} 个字。",
        MinLengthAttribute => "{0}至少 {1} 个字。",
        RangeAttribute => "{0}应在 {1} 至 {2} 之间。",
        RegularExpressionAttribute => "{0}的格式不对，请检查后重填。",
        EmailAddressAttribute => "{0}不是有效的电子邮箱。",
        PhoneAttribute => "{0}不是有效的电话号码。",
        UrlAttribute => "{0}不是有效的网址。",
        CompareAttribute => "{0}与{1}不一致。",
        _ => null,
    };
}
