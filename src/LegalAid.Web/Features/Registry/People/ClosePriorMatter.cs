using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// Records that a case brought along is closed (结案): it is no load any more, and whoever left with it as the last is out (WZ-26.2). The row's version settles two clerks at once.
/// </summary>
public sealed class ClosePriorMatter(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<PriorMatter>?> RunAsync(Guid matterId, DateOnly day, string note, CancellationToken ct)
    {
        if (await db.PriorMatters.SingleOrDefaultAsync(m => m.Id == matterId, ct) is not { } matter)
        {
            return null;
        }

        if (PriorMatters.WhyNotClose(matter.AssignedOn, matter.ClosedOn, day, clock.Today) is { } refusal)
        {
            return refusal;
        }

        (matter.ClosedOn, matter.ClosingNote, matter.ClosedAtUtc) = (day, note, clock.UtcNow);
        db.Note(matter.OfficeId, clock.UtcNow, Act.PriorMatterClosed, matter.MembershipId, officer.Id, note, new { matter = matter.Id, closedOn = day });
        await db.SaveChangesAsync(ct);
        return matter;
    }
}
