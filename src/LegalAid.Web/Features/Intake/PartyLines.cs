using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;

namespace LegalAid.Web.Features.Intake;

/// <summary>One party as typed: a name and, where known, an identity number or organisation code.</summary>
public sealed record PartyLine(string Name, bool IsOrganisation, string? Number);

/// <summary>Reads a box of parties, one a line: 姓名 or 单位全称, then after a blank or comma the identity number or organisation code.</summary>
public static class PartyLines
{
    private const int LongestName = 60;
    private const int OrganisationCodeLength = 18;
    private static readonly char[] Separators = [' ', '　', ',', '，', '\t'];
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
        var parts = line.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var name = parts[0];
        var isOrganisation = OrganisationEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal)) && name.Length > 3;
        party = new(isOrganisation ? TextCleaning.OrganisationName(name) : TextCleaning.PersonName(name), isOrganisation, parts.Length > 1 ? parts[1] : null);
        if (name.Length > LongestName)
        {
            return $"名称超过 {LongestName} 字";
        }

        if (parts.Length > 2)
        {
            return "每行只写一个名称和一个号码，名称中间不留空格";
        }

        if (party.Number is not { } number)
        {
            return null;
        }

        if (isOrganisation)
        {
            return number.Length == OrganisationCodeLength ? null : "统一社会信用代码应为 18 位";
        }

        if (!IdentityNumber.TryParse(number, out var identity, out var reason))
        {
            return reason;
        }

        party = party with { Number = identity.Value };
        return null;
    }
}
