using LegalAid.Rules.Common;
using LegalAid.Rules.Training;
using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Training;

/// <summary>One row of a question workbook: the question, or what is wrong with it.</summary>
public sealed record QuestionLine(int Number, QuestionDraft? Draft, string? Fault);

/// <summary>Reads questions from a workbook: 题型、题干、选项A … 选项F、答案, one question a row.</summary>
internal static class QuestionFile
{
    private const int LastOption = ExamPaper.MostOptions;

    private static readonly ListColumn Kind = new("题型", true, "类型");
    private static readonly ListColumn Stem = new("题干", true, "题目", "试题");
    private static readonly ListColumn Key = new("答案", true, "正确答案", "标准答案");
    private static readonly ListColumn[] Options = [.. Enumerable.Range(0, LastOption).Select(place => new ListColumn($"选项{(char)('A' + place)}", false, $"{(char)('A' + place)}", $"选项{place + 1}"))];

    private static readonly Dictionary<string, QuestionKind> Kinds = new(StringComparer.Ordinal)
    {
        ["单选"] = QuestionKind.OneAnswer,
        ["单选题"] = QuestionKind.OneAnswer,
        ["单项选择题"] = QuestionKind.OneAnswer,
        ["多选"] = QuestionKind.SeveralAnswers,
        ["多选题"] = QuestionKind.SeveralAnswers,
        ["多项选择题"] = QuestionKind.SeveralAnswers,
        ["判断"] = QuestionKind.TrueFalse,
        ["判断题"] = QuestionKind.TrueFalse,
    };

    public static Outcome<List<QuestionLine>> Read(byte[] file)
    {
        var workbook = WorkbookReader.Read(file);
        if (workbook.Value is not { } readable)
        {
            return workbook.Refusals.ToList();
        }

        var found = HeadedList.Find(readable, [Kind, Stem, Key, .. Options]);
        return found.Value is { } list ? Lines(list) : found.Refusals.ToList();
    }

    private static List<QuestionLine> Lines(HeadedList list)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var lines = list.Rows.Select(Line).ToList();
        return lines.ConvertAll(line => line is { Draft: { } draft, Fault: null } && !seen.Add(draft.Stem) ? line with { Fault = "题干与前面的重复" } : line);
    }

    private static QuestionLine Line(ListRow row)
    {
        if (!Kinds.TryGetValue(row.Text(Kind).Trim(), out var kind))
        {
            return new(row.Number, null, $"题型“{row.Text(Kind).Trim()}”不认识，应为单选、多选或者判断");
        }

        var options = Options.Select(column => row.Text(column).Trim()).ToList();
        var filled = options.TakeWhile(option => option.Length > 0).ToList();
        var draft = new QuestionDraft(kind, row.Text(Stem).Trim(), filled, QuestionDraft.KeyOf(kind, row.Text(Key)));
        var gap = options.Skip(filled.Count).Any(option => option.Length > 0);
        return new(row.Number, draft, gap ? "选项中间有空格，请依次填写" : draft.Fault);
    }
}
