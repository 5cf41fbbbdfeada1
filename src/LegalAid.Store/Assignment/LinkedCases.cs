using LegalAid.Store.Intake;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>Cases of one matter: those that came by one letter, and the separate applications a clerk linked to one matter. Stages of a matter are the same people and do not add up.</summary>
public static class LinkedCases
{
    /// <summary>The people aided in this matter, its cases added up (BB-5.2).</summary>
    public static async Task<int> HeadcountAsync(AidDb db, AidCase aidCase, CancellationToken ct) =>
        aidCase is { LetterId: null, MatterId: null } ? aidCase.Headcount : aidCase.Headcount + await OthersOf(db, aidCase).SumAsync(c => c.Headcount, ct);

    /// <summary>The other cases of the matter that still count: nobody is aided in a void or a refused one.</summary>
    public static IQueryable<AidCase> OthersOf(AidDb db, AidCase aidCase)
    {
        var (id, letter, matter) = (aidCase.Id, aidCase.LetterId, aidCase.MatterId);
        return db.Cases.Where(c => c.Id != id && c.Status != CaseStatus.Voided && c.Status != CaseStatus.Refused
            && ((letter != null && c.LetterId == letter) || (matter != null && c.MatterId == matter)));
    }
}
