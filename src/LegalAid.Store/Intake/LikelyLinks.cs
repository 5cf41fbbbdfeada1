using LegalAid.Rules.Intake;

namespace LegalAid.Store.Intake;

/// <summary>
/// Applications that may be of the same matter as another: the same cause against the same opponent, received within some weeks of each other. Only a hint for the clerk,
/// who links them or does not; no text counts by it.
/// </summary>
public static class LikelyLinks
{
    public const int Days = 30;

    /// <param name="db">May show offices below, too; only the case's own office is asked.</param>
    /// <param name="aidCase">With its parties.</param>
    public static IQueryable<AidCase> Of(AidDb db, AidCase aidCase)
    {
        var opponents = aidCase.Parties.Where(party => party.Role == PartyRole.Opponent).Select(party => party.Name).ToList();
        var (id, office, cause, matter, from, to) = (aidCase.Id, aidCase.OfficeId, aidCase.Cause, aidCase.MatterId, aidCase.ReceivedAtUtc.AddDays(-Days), aidCase.ReceivedAtUtc.AddDays(Days));
        return db.Cases.Where(c => c.Id != id && c.OfficeId == office && c.Source == CaseSource.Application && c.Status != CaseStatus.Voided && c.Status != CaseStatus.Refused
            && c.Cause == cause && c.ReceivedAtUtc >= from && c.ReceivedAtUtc <= to && (matter == null || c.MatterId != matter)
            && c.Parties.Any(p => p.Role == PartyRole.Opponent && opponents.Contains(p.Name)));
    }
}
