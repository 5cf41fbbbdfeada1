using LegalAid.Rules.Common;

namespace LegalAid.Rules.Assignment;

/// <summary>Several refusals told in one sentence, each reason and each clause once.</summary>
internal static class RefusalLists
{
    public static string Messages(this IEnumerable<Refusal> refusals) => string.Join("；", refusals.Select(r => r.Message).Distinct(StringComparer.Ordinal));

    /// <summary>The clauses of the refusals after the one of the step itself.</summary>
    public static List<string> Clauses(this IEnumerable<Refusal> refusals, string step) => [.. refusals.SelectMany(r => r.ClauseIds).Prepend(step).Distinct(StringComparer.Ordinal)];
}
