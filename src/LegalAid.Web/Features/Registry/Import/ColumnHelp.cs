namespace LegalAid.Web.Features.Registry;

/// <summary>What templates say of columns that several lists have.</summary>
internal static class ColumnHelp
{
    public const string Day = "日期，如 2026年3月5日 或者 2026-03-05。";

    public static IReadOnlyList<string> YesNo { get; } = ["是", "否"];

    /// <summary>The word the program itself writes for each meaning.</summary>
    public static IReadOnlyList<string> Named<T>(IReadOnlyDictionary<string, T> words) => [.. words.DistinctBy(word => word.Value).Select(word => word.Key)];
}
