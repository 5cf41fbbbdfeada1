using System.Text.RegularExpressions;
using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;

namespace LegalAid.Web.Features.Intake;

/// <summary>One party as typed: a name and, where known, an identity number or organisation code.</summary>
public sealed record PartyLine(string Name, bool IsOrganisation, string? Number);

/// <summary>
/// Reads a box of parties, one a line: 姓名 or 单位全称, then after a blank or comma the identity number or organisation code. A blank belongs to the name
/// (John Smith, 欧阳 娜娜) unless what follows looks like a number.
/// </summary>
public static partial class PartyLines
{
    private const int LongestName = 60;
    private static readonly string[] OrganisationEndings = ["公司", "厂", "店", "局", "院", "中心", "合作社", "集团", "委员会", "学校", "企业", "所", "社", "部", "政府", "银行"];

    /// <summary>The parties, or for each bad line what is wrong with it.</summary>
    public static (IReadOnlyList<PartyLine> Parties, IReadOnlyList<string> Faults) Read(string? text)
    {
        var parties = new List<PartyLine>();
        var faults = new List<string>();
        var lines = (text ?? string.Empty).Split('\n', StringSplitOptions.TrimEntries);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
            {
                continue;
            }

            if (Fault(lines[i], out var party) is { } fault)
            {
                faults.Add($"第 {i + 1} 行：{fault}");
            }
            else
            {
                parties.Add(party);
            }
        }

        return (parties, faults);
    }

    private static string? Fault(string line, out PartyLine party)
    {
        var (name, number) = Split(line);
        var organisation = TextCleaning.OrganisationName(name);
        var isOrganisation = organisation.Length > 3 && OrganisationEndings.Any(ending => organisation.EndsWith(ending, StringComparison.Ordinal));
        party = new(isOrganisation ? organisation : TextCleaning.PersonName(name), isOrganisation, number);
        return WhyNotName(party) ?? WhyNotNumber(ref party);
    }

    private static (string Name, string? Number) Split(string line)
    {
        var last = LastPart().Match(line);
        return last.Success && LooksLikeNumber(last.Groups["number"].Value)
            ? (line[..last.Index], last.Groups["number"].Value)
            : (line, null);
    }

    // Old identity numbers have 15 characters, present ones and organisation codes 18; what is near that is meant as one, so that a lost digit is told.
    private static bool LooksLikeNumber(string text) =>
        TextCleaning.Number(text) is { Length: >= 15 and <= 18 } number && number.All(char.IsAsciiLetterOrDigit) && number.Any(char.IsAsciiDigit);

    private static string? WhyNotName(PartyLine party) =>
        party.Name.Length == 0 ? "没有名称"
        : party.Name.Length > LongestName ? $"名称超过 {LongestName} 字"
        : party.Name.Contains('*', StringComparison.Ordinal) ? "掩码不能改写或移到别的行；要改号码的写完整的姓名和号码"
        : party.Name.IndexOfAny([',', '，']) >= 0 ? "每行只写一个名称和一个号码"
        : DigitsOfNumber().IsMatch(TextCleaning.Narrow(party.Name)) ? "身份证号或统一社会信用代码应为 18 位，写在名称之后"
        : null;

    private static string? WhyNotNumber(ref PartyLine party)
    {
        if (party.Number is null)
        {
            return null;
        }

        string? reason;
        if (party.IsOrganisation)
        {
            party = party with { Number = OrganisationCode.TryParse(party.Number, out var code, out reason) ? code.Value : null };
            return reason;
        }

        party = party with { Number = IdentityNumber.TryParse(party.Number, out var identity, out reason) ? identity.Value : null };
        return reason;
    }

    [GeneratedRegex(@"[\s,，]+(?<number>[^\s,，]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LastPart();

    [GeneratedRegex("[0-9]{6}", RegexOptions.None, 1000)]
    private static partial Regex DigitsOfNumber();
}
