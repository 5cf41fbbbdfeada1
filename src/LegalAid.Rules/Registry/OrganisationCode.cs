using System.Diagnostics.CodeAnalysis;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>
/// The number an organisation is registered under (统一社会信用代码): eighteen digits and capital letters (GB 32100). One organisation, one spelling:
/// however it was typed, equal codes are equal values.
/// </summary>
public sealed record OrganisationCode
{
    private const int Length = 18;

    private OrganisationCode(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out OrganisationCode? code, [NotNullWhen(false)] out string? reason)
    {
        var value = TextCleaning.Number(text ?? "").ToUpperInvariant();
        reason =
            value.Length != Length ? $"统一社会信用代码应为 {Length} 位，现为 {value.Length} 位"
            : !value.All(char.IsAsciiLetterOrDigit) ? "统一社会信用代码只能是数字和字母"
            : null;
        code = reason is null ? new(value) : null;
        return code is not null;
    }

    public override string ToString() => Value;
}
