using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Conduct;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Assignment.Collective;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Declines;

/// <summary>What the centre's head finds.</summary>
public sealed record RulingOrder(bool Justified, string Reason);

/// <summary>
/// The centre's head, or whoever acts in the head's stead, rules on a declining (WZ-22.1, QJ-5.4b). For good reason the turn is given back and the case goes to the next in line; without one
/// the office's book says whether the turn is paid and the case moves on, or the case stays where it is.
/// </summary>
public sealed class RuleOnDecline(AidDb db, DeclineBooks books, DecidingPath path, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<CaseAssignment>?> RunAsync(Guid assignmentId, RulingOrder order, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var assignment = await db.Assignments.SingleOrDefaultAsync(a => a.Id == assignmentId, ct);
        var decline = await db.Declines.SingleOrDefaultAsync(d => d.AssignmentId == assignmentId, ct);
        if (assignment is null || decline is null)
        {
            return null;
        }

        var rules = await books.RulesAsync(assignment.OfficeId, decline.DeclinedAtUtc, ct);
        var standing = await StandingAsync(assignment, decline, Declining.ClausesOf(order.Justified, rules), ct);
        if (standing.WhyNot is { } refusal)
        {
            return refusal;
        }

        var consequence = Declining.Judge(order.Justified, rules);
        Record(decline, order, consequence, standing.Under?.Id);
        await FollowAsync(assignment, decline, consequence, ct);
        var aidCase = await db.Cases.SingleAsync(c => c.Id == assignment.CaseId, ct);
        if (consequence.ConductMatter)
        {
            db.TellOfConduct(NoticeKind.ConductOpened, ConductMatters.Open(db, decline, assignment, rules.ConductMatter.Clause, officer.Id), aidCase, clock.UtcNow);
        }

        db.Note(
            assignment.OfficeId, clock.UtcNow, order.Justified ? Act.DeclineJustified : Act.DeclineUnjustified, assignment.CaseId, officer.Id,
            details: new { assignment = assignment.Id, keepsTurn = consequence.KeepsTurn, conductMatter = consequence.ConductMatter, stead = standing.Under?.Id });
        db.TellReceiver(NoticeKind.DeclineRuled, aidCase, assignment, clock.UtcNow);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return assignment;
    }

    // Whoever may decide ordinary proposals in the head's stead rules on their declining too. On the own proposals nobody does, whichever body agreed to them (BB-5.1).
    private async Task<DeciderStanding> StandingAsync(CaseAssignment assignment, AssignmentDecline decline, IReadOnlyList<string> clauses, CancellationToken ct)
    {
        var headOnly = new Refusal("director-only", "由负责人裁定。", clauses);
        return decline.Status != DeclineStatus.Waiting ? new(new("ruled", "已经裁定过了。", clauses))
            : officer.Role == Roles.Director && assignment.ProposedById == officer.Id ? new(new("own-proposal", "提出意见的人不能裁定对它的辞接，请由另一位负责人裁定。", clauses))
            : assignment.DecidingBody == DecidingBody.CentreDirector ? await path.ForHeadAsync(assignment, ActingPower.Proposals, headOnly, ct)
            : new(officer.Role == Roles.Director ? null : headOnly);
    }

    private void Record(AssignmentDecline decline, RulingOrder order, DeclineConsequence consequence, Guid? underId)
    {
        decline.Status = order.Justified ? DeclineStatus.Justified : DeclineStatus.Unjustified;
        (decline.RuledById, decline.RuledAtUtc, decline.RuledUnderId, decline.RulingReason) = (officer.Id, clock.UtcNow, underId, order.Reason);
        decline.ConductMatter = consequence.ConductMatter;
    }

    private async Task FollowAsync(CaseAssignment assignment, AssignmentDecline decline, DeclineConsequence consequence, CancellationToken ct)
    {
        var aidCase = await db.Cases.SingleAsync(c => c.Id == assignment.CaseId, ct);
        if (consequence.EndsAssignment)
        {
            var words = $"辞接（{Declining.WordOf(decline.Ground)}），{(consequence.Justified ? "理由成立" : "理由不成立")}";
            await TakingBack.UndoAsync(db, assignment, aidCase, new(officer.Id, clock.UtcNow, words), consequence.KeepsTurn, ct);
            assignment.SetsAside = !consequence.Justified;      // whoever declined for good reason is passed over by that (CaseFacts.DeclinedBy)
            return;
        }

        assignment.AwaitsRuling = false;
        if (assignment.MembershipId is not null)
        {
            aidCase.NextDueAtUtc = aidCase.Source == CaseSource.Notification ? aidCase.StatutoryDueAtUtc : null;       // handled again, as after the approval
        }
    }
}
