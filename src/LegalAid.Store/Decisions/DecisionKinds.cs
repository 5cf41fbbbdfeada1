using System.Text.Json;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry.Vetting;

namespace LegalAid.Store.Decisions;

/// <summary>The kinds of stored decisions, and how each is computed again from its own facts.</summary>
public static class DecisionKinds
{
    public const string Assignment = "assignment";
    public const string Admission = "admission";
    public const string PoolAdmission = "pool-admission";

    private static readonly Dictionary<string, Func<string, string>> Kinds = new(StringComparer.Ordinal)
    {
        [Assignment] = facts => CanonicalJson.Write(AssignmentDecision.Decide(CanonicalJson.Read<AssignmentFacts>(facts))),
        [Admission] = facts => CanonicalJson.Write(AidDecision.Decide(CanonicalJson.Read<AidDecisionFacts>(facts))),
        [PoolAdmission] = facts => CanonicalJson.Write(PoolVetting.Decide(CanonicalJson.Read<VettingFacts>(facts))),
    };

    /// <summary>The result recomputed from the stored facts, in the form it was stored.</summary>
    public static string Recompute(DecisionRecord decision) =>
        Kinds.TryGetValue(decision.Kind, out var recompute)
            ? recompute(decision.Facts)
            : throw new ArgumentOutOfRangeException(nameof(decision), decision.Kind, "Unknown kind of decision.");

    /// <summary>What is wrong with a stored decision, whatever became of it; null when its facts give its result to the byte.</summary>
    public static string? Fault(DecisionRecord decision)
    {
        if (!Kinds.TryGetValue(decision.Kind, out var recompute))
        {
            return "决定种类无法识别";
        }

        try
        {
            return recompute(decision.Facts) == decision.Result ? null : "复算结果与记录不一致";
        }
        catch (Exception error) when (error is JsonException or SystemException)     // altered facts may be no JSON, or hold what no rule can work with
        {
            return "事实无法读取或者复算";
        }
    }
}
