using System.Diagnostics.CodeAnalysis;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>
/// The number of a licence to practise (执业证号): seventeen digits, the first of which tells lawyers (1) from basic-level legal workers (3).
/// Only the shape can be checked; whether the licence exists is the licensing authority's to say.
/// </summary>
public sealed record LicenceNumber
{
    private LicenceNumber(string value, PractitionerKind kind)
    {
        Value = value;
        Kind = kind;
    }

    public string Value { get; }

    /// <summary>Of firms, of authorities and of companies alike: the first digit does not tell them apart.</summary>
    public bool IsForLawyer => Kind == PractitionerKind.Lawyer;

    public PractitionerKind Kind { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out LicenceNumber? number, [NotNullWhen(false)] out string? reason)
    {
        var value = TextCleaning.Number(text ?? "");
        reason =
            value.Length == 0 ? "执业证号为空"
            : !value.All(char.IsAsciiDigit) ? "执业证号只能是数字"
            : value.Length != 17 ? $"执业证号应为17位，现为{value.Length}位"
            : value[0] is not ('1' or '3') ? "执业证号首位应为1（律师）或3（基层法律服务工作者）"
            : null;
        number = reason is null ? new LicenceNumber(value, value[0] == '1' ? PractitionerKind.Lawyer : PractitionerKind.LegalWorker) : null;
        return reason is null;
    }

    public override string ToString() => Value;
}
