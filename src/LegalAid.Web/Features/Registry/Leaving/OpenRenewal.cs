using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Registry;

/// <summary>The head opens a round of renewal (集中更新): one entry for everybody in the pool, or in the corps, that day. Before it is due, with a reason (WZ-4.3, QDN-4.1d).</summary>
public sealed class OpenRenewal(AidDb db, RenewalReader reader, RenewalOpening opening, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<RenewalRound>> RunAsync(string? reason, CancellationToken ct)
    {
        var rules = await reader.RulesAsync(officer.OfficeId, ct);
        var due = await reader.DueOnAsync(officer.OfficeId, ct) ?? clock.Today;
        if (Renewals.WhyNotOpen(due, await reader.OpenAsync(officer.OfficeId, ct) is not null, reason, rules, clock.Today) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var round = await opening.OpenAsync(new(officer.OfficeId, due, officer.Id, reason), rules!, ct);
        await transaction.CommitAsync(ct);
        return round;
    }
}
