using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Ranking;
using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Ranking;

/// <summary>A member as a list names him.</summary>
public sealed record NamedMember(Guid Id, string Name, string LicenceNumber);

/// <summary>One line of a colour list: whose colour, or what is wrong with it.</summary>
public sealed record ColourLine(int Number, string Text, NamedMember? Member, Colour? Colour, string? Fault);

/// <summary>Reads a colour list as typed or pasted, one member a line: 执业证号或姓名, then the colour.</summary>
internal static class ColourLines
{
    private static readonly ListColumn Licence = new("执业证号", true, "执业证号码", "执业证编号");
    private static readonly ListColumn Name = new("姓名", true);
    private static readonly ListColumn ColourHead = new("颜色", true, "三色", "清单颜色", "类别");

    public static IReadOnlyList<ColourLine> Read(string? text, IReadOnlyList<NamedMember> members)
    {
        var seen = new HashSet<Guid>();
        return [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries).Select((line, index) => (Line: line, Number: index + 1)).Where(row => row.Line.Length > 0).Select(row => Line(row.Number, row.Line, members, seen))];
    }

    /// <summary>The rows of a workbook as lines.</summary>
    public static Outcome<string> OfWorkbook(byte[] file)
    {
        var workbook = WorkbookReader.Read(file);
        if (workbook.Value is null)
        {
            return workbook.Refusals.ToList();
        }

        var list = HeadedList.Find(workbook.Value, [Licence, Name, ColourHead]);
        return list.Value is { } found
            ? string.Join('\n', found.Rows.Select(row => $"{row.Cell(Licence)?.Text.Trim()} {row.Cell(ColourHead)?.Text.Trim()}"))
            : list.Refusals.ToList();
    }

    private static ColourLine Line(int number, string text, IReadOnlyList<NamedMember> members, HashSet<Guid> seen)
    {
        var parts = text.Split([' ', '\t', '\u3000', '，', ','], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2)
        {
            return new(number, text, null, null, "应为“执业证号或姓名 颜色”");
        }

        var who = TextCleaning.Narrow(parts[0]);
        var found = members.Where(m => m.LicenceNumber == who || m.Name == who).ToList();
        var colour = Enum.GetValues<Colour>().Cast<Colour?>().FirstOrDefault(c => ColourWeights.NameOf(c!.Value)[..1] == parts[^1][..1]);
        var fault =
            found.Count == 0 ? "名册上没有这个人"
            : found.Count > 1 ? "同名不止一人，请写执业证号"
            : !seen.Add(found[0].Id) ? "同一人写了两次"
            : colour is null ? $"“{parts[^1]}”不是颜色，应为绿色、蓝色或者红色"
            : null;
        return new(number, text, found.Count == 1 ? found[0] : null, colour, fault);
    }
}
