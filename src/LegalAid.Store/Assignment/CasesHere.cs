namespace LegalAid.Store.Assignment;

/// <summary>What somebody handled at this office, before the program and in it; what was taken back or withdrawn does not count.</summary>
public static class CasesHere
{
    /// <summary>One line for each case: whose it is.</summary>
    public static IQueryable<Guid> HandledBy(AidDb db) => Handling.In(db).Select(h => h.MembershipId).Concat(db.PriorMatters.Select(m => m.MembershipId));
}
