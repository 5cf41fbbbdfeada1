using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Takes back a closing that was recorded by mistake, with the reason: the case is under way again, as if it never had been closed; how it had been said to end stays in the journal.</summary>
public sealed class ReopenPriorMatter(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<PriorMatter>?> RunAsync(Guid matterId, string reason, CancellationToken ct)
    {
        if (await db.PriorMatters.SingleOrDefaultAsync(m => m.Id == matterId, ct) is not { } matter)
        {
            return null;
        }

        if (PriorMatters.WhyNotReopen(matter.ClosedOn, RecordedOn(matter, clock.Today), officer.Role == Roles.Director, clock.Today) is { } refusal)
        {
            return refusal;
        }

        db.Note(matter.OfficeId, clock.UtcNow, Act.PriorMatterReopened, matter.MembershipId, officer.Id, reason, new { matter = matter.Id, closedOn = matter.ClosedOn });
        (matter.ClosedOn, matter.ClosingNote, matter.ClosedAtUtc) = (null, null, null);
        await db.SaveChangesAsync(ct);
        return matter;
    }

    internal static DateOnly RecordedOn(PriorMatter matter, DateOnly today) =>
        matter.ClosedAtUtc is { } utc ? DateOnly.FromDateTime(OfficeClock.ToLocal(utc)) : matter.ClosedOn ?? today;
}
