using LegalAid.Rules.Common;

namespace LegalAid.Rules.Assignment;

/// <summary>What stands against agreeing to a proposal made earlier: all gates are looked at again as of the day of the decision (BB-5.1, BB-5.3).</summary>
public static class ApprovalGates
{
    /// <summary>Every reason why the proposed institution cannot be given the case now; a missing place in the queue is none, its turn was given before.</summary>
    public static IReadOnlyList<Refusal> WhyNotAgree(AssignmentFacts facts, Guid institutionId)
    {
        var view = GateView.Of(facts);
        return facts.Institutions.FirstOrDefault(i => i.Id == institutionId) is { } institution
            ? [.. Candidate.WhyNotAble(institution, view), .. ConflictConsents.WhyNotAgree(institution.Conflicts)]
            : [new Refusal("institution-nobody", "名册上没有在册人员", [facts.Rules.District.Clause])];
    }
}
