using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>The head opens a round of renewal (集中更新): one entry for everybody in the pool that day.</summary>
public sealed class OpenRenewal(AidDb db, RenewalReader reader, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<RenewalRound>> RunAsync(string? reason, CancellationToken ct)
    {
        var today = clock.Today;
        var rules = await reader.RulesAsync(ct);
        var due = await reader.DueOnAsync(ct) ?? today;
        if (Renewals.WhyNotOpen(due, await reader.OpenAsync(ct) is not null, reason, rules, today) is { } refusal)
        {
            return refusal;
        }

        var round = new RenewalRound { Id = Guid.CreateVersion7(), OfficeId = officer.OfficeId, OpenedOn = today, OpenedById = officer.Id, Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim() };
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Add(round);
        var members = await db.Memberships.Where(m => m.LeftOn == null || m.LeftOn > today).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(ct);
        db.Note(officer.OfficeId, clock.UtcNow, Act.RenewalOpened, officer.OfficeId, officer.Id, details: new { round = round.Id, due, rows = members.Count });
        await db.SaveChangesAsync(ct);
        await db.InsertAsync(members.ConvertAll(member => new Renewal { Id = Guid.CreateVersion7(), OfficeId = officer.OfficeId, RoundId = round.Id, MembershipId = member, Outcome = RenewalOutcome.Waiting }), ct);
        await transaction.CommitAsync(ct);
        return round;
    }
}
