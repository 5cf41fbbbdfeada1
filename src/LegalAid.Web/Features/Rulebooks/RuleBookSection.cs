using LegalAid.Store.Rulebooks;

namespace LegalAid.Web.Features.Rulebooks;

/// <summary>One part of a book, such as 指派, as a table: each setting of either book, side by side by key.</summary>
public sealed record RuleBookSection(string Key, IReadOnlyList<RuleBookRow> Rows)
{
    public string Title => Key switch
    {
        "assignment" => "指派",
        "intake" => "受理",
        "recruitment" => "入库",
        "training" => "培训、试用与导师",
        "attendance" => "参训",
        "obligation" => "年度义务",
        "duty" => "值班",
        "points" => "积分",
        "deductions" => "负面清单",
        "ranking" => "三色清单",
        "recusals" => "回避",
        "handling" => "违规处理",
        "declines" => "辞接",
        "sanctions" => "暂停、清退与退出",
        "supervision" => "监管",
        "subsidies" => "补贴",
        "corps" => "服务团",
        "outreach" => "宣传与站点",
        "disclosure" => "公开",
        _ => Key,
    };

    public static IReadOnlyList<RuleBookSection> Of(IBook book, IBook? other)
    {
        var theirs = (other?.Entries ?? []).ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        var keys = book.Entries.Concat(other?.Entries ?? []).Select(entry => entry.Key).Distinct(StringComparer.Ordinal);
        var own = book.Entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        return
        [
            .. keys.Select(key => new RuleBookRow(key, own.GetValueOrDefault(key), theirs.GetValueOrDefault(key)))
                .GroupBy(row => row.Key.Split('.')[0], StringComparer.Ordinal)
                .Select(section => new RuleBookSection(section.Key, [.. section])),
        ];
    }
}

/// <summary>A setting in one or both of two books.</summary>
public sealed record RuleBookRow(string Key, BookEntry? Own, BookEntry? Other)
{
    public string Title => (Own ?? Other)!.Title;

    /// <summary>Both books speak of it and say different things.</summary>
    public bool Differs => Own is not null && Other is not null && Own.Text != Other.Text;
}
