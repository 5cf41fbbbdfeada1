using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Cases;

/// <summary>The stage before or after, as its own case.</summary>
public sealed record StageLine(Guid Id, string Number, CaseStage Stage, bool IsNext);

/// <summary>The case within its matter: the stages before and after, the applications linked to it, those that may be, and the people of all that add up (BB-5.2).</summary>
/// <param name="Stages">Those this officer may open.</param>
/// <param name="Linked">Applications linked by a clerk.</param>
/// <param name="Likely">Applications that look like the same matter; zero where nobody is to be asked.</param>
/// <param name="Headcount">All people aided in the matter.</param>
public sealed record CaseMatter(IReadOnlyList<StageLine> Stages, int Linked, int Likely, int Headcount)
{
    private static readonly CaseStatus[] StillToAssign = [CaseStatus.UnderExamination, CaseStatus.AwaitingAssignment, CaseStatus.Proposed];

    public bool HasNext => Stages.Any(stage => stage.IsNext);

    public static async Task<CaseMatter> ReadAsync(AidDb db, AidCase aidCase, CurrentOfficer officer, CancellationToken ct)
    {
        var (id, previous) = (aidCase.Id, aidCase.PreviousStageId);
        var stages = await db.Cases.AsNoTracking().VisibleTo(db, officer).Where(c => c.Id == previous || (c.PreviousStageId == id && c.Status != CaseStatus.Voided))
            .OrderBy(c => c.Number).Select(c => new StageLine(c.Id, c.Number, c.Stage, c.PreviousStageId == id)).ToListAsync(ct);
        var asks = officer.SeesWholeOffice && aidCase.Source == CaseSource.Application && StillToAssign.Contains(aidCase.Status);
        return new(
            stages,
            aidCase.MatterId is null || !officer.SeesWholeOffice ? 0 : await LinkedCases.OthersOf(db, aidCase).CountAsync(ct),
            asks ? await LikelyLinks.Of(db, aidCase).CountAsync(ct) : 0,
            await LinkedCases.HeadcountAsync(db, aidCase, ct));
    }
}
