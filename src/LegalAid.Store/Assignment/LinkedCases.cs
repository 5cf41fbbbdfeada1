using LegalAid.Store.Intake;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>Cases of one matter: those that came by one letter.</summary>
public static class LinkedCases
{
    /// <summary>The people aided in this matter, its cases added up (BB-5.2).</summary>
    public static async Task<int> HeadcountAsync(AidDb db, AidCase aidCase, CancellationToken ct) => aidCase.LetterId is not { } letter
        ? aidCase.Headcount
        : aidCase.Headcount + await db.Cases.Where(c => c.LetterId == letter && c.Id != aidCase.Id && c.Status != CaseStatus.Voided).SumAsync(c => c.Headcount, ct);
}
