using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;

namespace LegalAid.Rules.Assignment;

/// <summary>Why no assignment can be proposed for a case at all: too early, out of turn without a reason, or nobody able.</summary>
internal sealed class ProposalRefusals(AssignmentFacts facts, GateView view)
{
    public List<Refusal> WhyNotPropose(List<Candidate> candidates, StepChoice.Result choice)
    {
        var refusals = new List<Refusal>();
        if (WhyNotYet() is { } notYet)
        {
            refusals.Add(notYet);
        }

        if (facts.Case.Posted is { Best: null } posted && WhyNotWhilePosted(posted) is { } waits)
        {
            refusals.Add(waits);
        }

        if (facts.Case.OutOfTurn is { HasWrittenReason: false })
        {
            refusals.Add(new("assignment-out-of-turn", "不按序指派须写明理由并经批准", [view.Order.Clause]));
        }

        if (facts.Case.OutOfTurn is { HasWrittenReason: true } request && choice.Chosen is not null && choice.Step != request.Step)
        {
            refusals.Add(new("assignment-out-of-turn-nobody", "按所选的方式没有可以承办的人选，不能据此不按次序指派；请改选，或者按次序提出", [view.Order.Clause]));
        }

        if (choice.Chosen is null)
        {
            refusals.Add(NobodyAble(candidates));
        }

        return refusals;
    }

    // QDN-4.6b: the bids are waited for and weighed; whoever will not wait takes the posting back first, with a reason.
    private static Refusal? WhyNotWhilePosted(PostedCase posted) =>
        !posted.IsClosed ? new("posting-open", "本案正在发布报名，截止以前不能指派；确需直接派案的，先撤回发布", [posted.Clause], $"报名至{posted.ClosesAt:yyyy-MM-dd HH:mm}")
        : posted.Bids.Count > 0 ? new("posting-not-chosen", "报名已经截止，请先在报名人中择优；确需直接派案的，先撤回发布", [posted.Clause])
        : null;

    private Refusal? WhyNotYet()
    {
        var notified = facts.Case.Source == CaseSource.Notification;
        return
            facts.Case.ClocksStartAt is not { } start ? new("assignment-not-granted", "尚未作出给予法律援助决定，不能指派", [facts.Statute.AfterGrant.Clause])
            : facts.DecidingDay < DateOnly.FromDateTime(start)
                ? new("assignment-too-early", notified ? "指派日早于收到通知之日" : "指派日早于给予决定之日", [(notified ? facts.Statute.AfterNotice : facts.Statute.AfterGrant).Clause], $"{start:yyyy-MM-dd}")
                : null;
    }

    private Refusal NobodyAble(List<Candidate> candidates)
    {
        var clauses = candidates.SelectMany(c => c.Refusals).SelectMany(r => r.ClauseIds).Distinct(StringComparer.Ordinal).ToList();
        var reasons = candidates.SelectMany(c => c.Refusals.Select(r => r.Message)).GroupBy(m => m, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()}{(view.TurnsOverPeople ? "名" : "家")}{g.Key}");
        return new(
            "assignment-nobody-able",
            candidates.Count == 0 ? "没有可供指派的机构和人员，请先登记" : $"没有可承办本案的{(view.TurnsOverPeople ? "人员" : "机构")}，请补充符合条件的人员、复核排除原因，或请上级机构协调",
            clauses.Count > 0 ? clauses : [facts.Rules.District.Clause],
            string.Join("；", reasons));
    }
}
