using LegalAid.Rules.Common;

namespace LegalAid.Rules.Assignment;

/// <summary>What makes a record of the centre's collective discussion (集体讨论记录) one (BB-5.2): after the clerk's opinion, not in the future, and by several.</summary>
public static class CollectiveDiscussionRules
{
    /// <summary>Taken where the office's book does not say: fewer than two discuss nothing collectively.</summary>
    public const int AssumedAttendees = 2;

    public static int AttendeesNeeded(AssignmentRules rules) => rules.DiscussionAttendees?.Value ?? AssumedAttendees;

    /// <param name="heldOn">The day of the discussion.</param>
    /// <param name="attendees">How many officers of the centre were present, each counted once.</param>
    /// <param name="proposedOn">The day of the clerk's opinion.</param>
    /// <param name="today">The day the record is made.</param>
    /// <param name="rules">The office's book of the day it was proposed.</param>
    public static Refusal? WhyNotRecord(DateOnly heldOn, int attendees, DateOnly proposedOn, DateOnly today, AssignmentRules rules)
    {
        var clauses = WhoDecides.ClausesOf(DecidingBody.BureauAfterDiscussion, rules).Take(1).ToList();
        return heldOn > today ? new("discussion-future", "集体讨论的日期不能晚于今天", clauses, $"{heldOn:yyyy-MM-dd}")
            : heldOn < proposedOn ? new("discussion-early", "经办人提出意见以后才能集体讨论", clauses, $"提出意见 {proposedOn:yyyy-MM-dd}")
            : attendees < AttendeesNeeded(rules) ? new("discussion-attendees", $"集体讨论至少{AttendeesNeeded(rules)}人参加", clauses, $"现为{attendees}人")
            : null;
    }
}
