using System.Diagnostics.CodeAnalysis;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>
/// A citizen identity number (公民身份号码, GB 11643): six digits of place, eight of birth, three of sequence, one check character.
/// The parity of the sequence is deliberately not read as a gender: it is wrong for some people and for every invented number.
/// </summary>
public sealed record IdentityNumber
{
    private const string CheckCharacters = "10X98765432";

    private IdentityNumber(string value, DateOnly birthDate)
    {
        Value = value;
        BirthDate = birthDate;
    }

    public string Value { get; }

    public DateOnly BirthDate { get; }

    public string Masked => $"{Value[..3]}***********{Value[14..]}";

    public static bool TryParse(string? text, [NotNullWhen(true)] out IdentityNumber? number, [NotNullWhen(false)] out string? reason)
    {
        number = null;
        var value = TextCleaning.Number(text ?? "").ToUpperInvariant();
        reason = WhyNotShape(value);
        if (reason is not null)
        {
            return false;
        }

        if (!ChineseDate.TryParse(value[6..14], out var birthDate, out _) || birthDate.Year < 1900)
        {
            reason = $"身份证号中的出生日期无效：{value[6..14]}";
            return false;
        }

        if (CheckCharacterOf(value) != value[17])
        {
            reason = "身份证号校验位不符，请核对是否输错";
            return false;
        }

        number = new IdentityNumber(value, birthDate);
        return true;
    }

    /// <summary>Masked, so that a log line never holds a whole number.</summary>
    public override string ToString() => Masked;

    private static string? WhyNotShape(string value) =>
        value.Length == 0 ? "身份证号为空"
        : value.Length != 18 ? $"身份证号应为18位，现为{value.Length}位"
        : !value[..17].All(char.IsAsciiDigit) ? "身份证号前17位应为数字"
        : value[0] == '0' ? "身份证号的行政区划代码无效"
        : value[17] is not ('X' or (>= '0' and <= '9')) ? "身份证号末位应为数字或X"
        : null;

    // GB 11643 / ISO 7064 MOD 11-2: the weight of position i, counted from the left and 0, is 2^(17-i) mod 11.
    private static char CheckCharacterOf(string value)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += (value[i] - '0') * ((1 << (17 - i)) % 11);
        }

        return CheckCharacters[sum % 11];
    }
}
