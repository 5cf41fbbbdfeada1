using LegalAid.Rules.Assignment;
using LegalAid.Store.Intake;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>Who handled the same matter in the stage before.</summary>
internal static class StageBefore
{
    public static async Task<EarlierStage?> OfAsync(AidDb db, AidCase aidCase, CancellationToken ct)
    {
        if (aidCase.PreviousStageId is not { } previous)
        {
            return null;
        }

        var before = await db.Cases.AsNoTracking().Where(c => c.Id == previous).Select(c => new
        {
            c.Stage,
            Handlers = db.Assignments.Where(a => a.CaseId == previous && !AssignmentStatuses.Undone.Contains(a.Status)).SelectMany(a => a.Handlers).Select(h => h.MembershipId).OrderBy(id => id).ToList(),
        }).SingleAsync(ct);
        return new(before.Stage, before.Handlers);
    }
}
