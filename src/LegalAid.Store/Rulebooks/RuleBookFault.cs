using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace LegalAid.Store.Rulebooks;

/// <summary>One thing wrong with a rule-book file: where it stands, at which key, and why it is refused.</summary>
public sealed record RuleBookFault(string File, int? Line, string Key, string Reason)
{
    public override string ToString()
    {
        var text = new StringBuilder(File);
        if (Line is { } line)
        {
            text.Append(CultureInfo.InvariantCulture, $" 第 {line} 行");
        }

        return text.Append(Key.Length > 0 ? $" {Key}" : "").Append('：').Append(Reason).ToString();
    }
}

/// <summary>The rule books cannot be used; every fault of every file is told at once.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Without its faults this exception says nothing.")]
public sealed class RuleBookFaultsException(IReadOnlyList<RuleBookFault> faults)
    : Exception($"规则本有 {faults.Count} 处错误：\n" + string.Join('\n', faults))
{
    public IReadOnlyList<RuleBookFault> Faults { get; } = faults;
}

/// <summary>No rule book answers for this office on this day. Never answered by another day's book.</summary>
[SuppressMessage("Design", "CA1032", Justification = "The message names office and day.")]
public sealed class NoRuleBookException(string message) : InvalidOperationException(message);

/// <summary>Gathers the faults of one file while it is being read.</summary>
internal sealed class FaultList(string file)
{
    private readonly List<RuleBookFault> faults = [];

    public string File { get; } = file;

    public int Count => faults.Count;

    public IReadOnlyList<RuleBookFault> All => faults;

    public void Add(int? line, string key, string reason) => faults.Add(new(File, line, key, reason));
}
