using LegalAid.Rules.Assignment;
using LegalAid.Store;
using LegalAid.Store.Rulebooks;

namespace LegalAid.Web.Features.Assignment.Declines;

/// <summary>What an office's book says of declining on the day a case is declined; the common rule where it is silent (LAW-46).</summary>
public sealed class DeclineBooks(OfficeBooks books)
{
    public async Task<DeclineRules> RulesAsync(Guid officeId, DateTime declinedAtUtc, CancellationToken ct) =>
        (await books.InForceOnAsync(officeId, DateOnly.FromDateTime(OfficeClock.ToLocal(declinedAtUtc)), ct)).Declines ?? DeclineRules.Unwritten;
}
