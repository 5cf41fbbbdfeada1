using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Recusals;
using LegalAid.Web.Features.Assignment.Collective;

namespace LegalAid.Web.Features.Assignment;

/// <summary>What stands against agreeing to a proposal now: asked by the page before the button is pressed, and by the decision itself behind its locks.</summary>
public sealed class ApprovalCheck(AssignmentFactsReader reader, DecidingPath path, HandlerNamings namings, RecusalCheck recusals, OfficeClock clock)
{
    /// <param name="assignment">The proposal.</param>
    /// <param name="aidCase">With its parties.</param>
    /// <param name="locks">Takes the queue's lock where the turn fell to a person; only inside the transaction that decides.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<Refusal>> WhyNotAgreeAsync(CaseAssignment assignment, AidCase aidCase, bool locks, CancellationToken ct)
    {
        if (await path.WhyNotStillAsync(assignment, aidCase, await path.RulesAsync(assignment, ct), ct) is { } moved)
        {
            return [moved];
        }

        if (await recusals.WhyNotOfAsync(aidCase.Id, assignment.ProposedById, ct) is { } tainted)
        {
            return [tainted];
        }

        if (assignment.MembershipId is { } person)
        {
            return locks ? await namings.WhyNotAsync(aidCase, assignment, [person], ct) : await namings.WhyNotNowAsync(aidCase, assignment, [person], ct);
        }

        var queue = await reader.PresentQueueAsync(aidCase, ct);
        return ApprovalGates.WhyNotAgree(await reader.ReadAsync(aidCase, queue, clock.Now, null, ct), assignment.InstitutionId);
    }
}
