using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Closes the round of renewal when everybody in it is settled; the years until the next count from its opening.</summary>
public sealed class CloseRenewal(AidDb db, RenewalReader reader, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<RenewalRound>?> RunAsync(CancellationToken ct)
    {
        if (await reader.OpenAsync(officer.OfficeId, ct) is not { } round)
        {
            return null;
        }

        if (Renewals.WhyNotClose(await db.Renewals.CountAsync(r => r.RoundId == round.Id && r.Outcome == RenewalOutcome.Waiting, ct), await reader.RulesAsync(officer.OfficeId, ct)) is { } refusal)
        {
            return refusal;
        }

        round.ClosedOn = clock.Today;
        db.Note(officer.OfficeId, clock.UtcNow, Act.RenewalClosed, officer.OfficeId, officer.Id, details: new { round = round.Id });
        await db.SaveChangesAsync(ct);
        return round;
    }
}
