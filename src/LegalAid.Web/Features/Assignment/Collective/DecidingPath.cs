using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Collective;

/// <summary>Whether an officer may decide, and under which authority in the head's stead; null where in the own right.</summary>
public sealed record DeciderStanding(Refusal? WhyNot, ActingAuthority? Under = null);

/// <summary>Whose a proposal is to decide, and what has to come before (BB-5). The book of the day it was proposed says so, the people aided are counted anew at every step.</summary>
public sealed class DecidingPath(AidDb db, OfficeBooks books, AuthorityCheck authorities, CurrentOfficer officer)
{
    public async Task<AssignmentRules> RulesAsync(CaseAssignment assignment, CancellationToken ct) =>
        (await books.InForceOnAsync(assignment.OfficeId, DateOnly.FromDateTime(OfficeClock.ToLocal(assignment.ProposedAtUtc)), ct)).Assignment;

    /// <summary>The case has become the other body's since it was proposed.</summary>
    public async Task<Refusal?> WhyNotStillAsync(CaseAssignment assignment, AidCase aidCase, AssignmentRules rules, CancellationToken ct) =>
        WhoDecides.WhyNotStill(assignment.DecidingBody, await LinkedCases.HeadcountAsync(db, aidCase, ct), aidCase.Flags, rules);

    /// <summary>Not this officer's to decide, or not yet. Whoever proposed it or sat in the discussion does not decide it too.</summary>
    public async Task<DeciderStanding> StandingAsync(CaseAssignment assignment, IReadOnlyList<string> clauses, CancellationToken ct) => assignment switch
    {
        { ProposedById: var proposer } when proposer == officer.Id => new(new("own-proposal", "提出意见的人不能自己决定，请由另一位负责人决定。", clauses)),
        { DecidingBody: DecidingBody.CentreDirector } => await ForHeadAsync(assignment, ActingPower.Proposals, new("directors", NotTheHead(), clauses), ct),
        _ => new(await WhyNotBureauAsync(assignment, clauses, ct)),
    };

    /// <summary>The centre's head, or whoever acts in the head's stead today and for this.</summary>
    /// <param name="assignment">What would be decided or revoked.</param>
    /// <param name="power">Which of the two.</param>
    /// <param name="otherwise">What everybody else is told.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<DeciderStanding> ForHeadAsync(CaseAssignment assignment, ActingPower power, Refusal otherwise, CancellationToken ct)
    {
        if (officer.Role == Roles.Director)
        {
            return new(null);
        }

        return officer.Role == Roles.Clerk && await authorities.FindAsync(officer.Id, power, ct) is { } under
            ? new(await authorities.WhyNotActAsync(under, assignment.CaseId, assignment.ProposedById, otherwise.ClauseIds[0], ct), under)
            : new(otherwise);
    }

    private string NotTheHead() => officer.Role == Roles.Bureau ? "本案由中心负责人决定，不由司法局决定。" : "本案由中心负责人决定，您现在没有代行的授权。";

    private async Task<Refusal?> WhyNotBureauAsync(CaseAssignment assignment, IReadOnlyList<string> clauses, CancellationToken ct) => assignment switch
    {
        _ when officer.Role != Roles.Bureau => new("bureaus", "本案须经中心集体讨论后由区司法局决定，中心负责人不能自行决定。", clauses),
        { ReportNumber: null } => new("not-reported", "中心尚未集体讨论并书面报请，不能决定。", clauses),
        _ => await TookPartAsync(assignment.Id, ct) ? new("discussed-it", "参加过中心集体讨论的人不能再代表司法局决定，请由另一位决定。", clauses) : null,
    };

    private Task<bool> TookPartAsync(Guid assignmentId, CancellationToken ct) =>
        db.CollectiveDiscussions.AnyAsync(d => d.AssignmentId == assignmentId && d.Attendees.Any(a => a.OfficerId == officer.Id), ct);
}
