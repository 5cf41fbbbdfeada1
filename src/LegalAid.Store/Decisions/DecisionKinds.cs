using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Registry.Vetting;

namespace LegalAid.Store.Decisions;

/// <summary>The kinds of stored decisions, and how each is computed again from its own facts.</summary>
public static class DecisionKinds
{
    public const string Assignment = "assignment";
    public const string PoolAdmission = "pool-admission";

    /// <summary>The result recomputed from the stored facts, in the form it was stored.</summary>
    public static string Recompute(DecisionRecord decision) => decision.Kind switch
    {
        Assignment => CanonicalJson.Write(AssignmentDecision.Decide(CanonicalJson.Read<AssignmentFacts>(decision.Facts))),
        PoolAdmission => CanonicalJson.Write(PoolVetting.Decide(CanonicalJson.Read<VettingFacts>(decision.Facts))),
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision.Kind, "Unknown kind of decision."),
    };
}
