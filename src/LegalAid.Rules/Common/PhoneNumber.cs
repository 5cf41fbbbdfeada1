using System.Diagnostics.CodeAnalysis;

namespace LegalAid.Rules.Common;

/// <summary>A mobile number of mainland China (手机号): eleven digits, 13 to 19 in front. Shown masked wherever it is not asked for.</summary>
public sealed record PhoneNumber
{
    private PhoneNumber(string digits) => Digits = digits;

    public string Digits { get; }

    public string Masked => $"{Digits[..3]}****{Digits[7..]}";

    public static bool TryParse(string? text, [NotNullWhen(true)] out PhoneNumber? number, [NotNullWhen(false)] out string? reason)
    {
        var digits = TextCleaning.Number(text ?? "");
        digits = digits.StartsWith("+86", StringComparison.Ordinal) ? digits[3..] : digits;
        reason =
            digits.Length == 0 ? "手机号为空"
            : !digits.All(char.IsAsciiDigit) ? "手机号只能是数字"
            : digits.Length != 11 ? $"手机号应为11位，现为{digits.Length}位"
            : digits[0] != '1' || digits[1] < '3' ? "手机号应以13至19开头"
            : null;
        number = reason is null ? new PhoneNumber(digits) : null;
        return reason is null;
    }

    /// <summary>Masked, so that a log line never holds a whole number.</summary>
    public override string ToString() => Masked;
}
