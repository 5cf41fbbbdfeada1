using LegalAid.Rules.Common;
using LegalAid.Rules.Conduct;
using LegalAid.Store;
using LegalAid.Store.Conduct;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Conduct;

/// <summary>What the centre's head decides about a matter of conduct, and why.</summary>
public sealed record ConductClosure(bool TakesMeasure, string? Measure, string Reason);

/// <summary>The centre's head closes a matter of conduct, with a measure written out or without one (QJ-5.4b). The program follows it with nothing but telling the one concerned.</summary>
public sealed class CloseConduct(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<ConductMatter>?> RunAsync(Guid matterId, ConductClosure closure, CancellationToken ct)
    {
        var matter = await db.ConductMatters.SingleOrDefaultAsync(m => m.Id == matterId, ct);
        if (matter is null)
        {
            return null;
        }

        if (ConductClosing.WhyNotClose(matter.IsClosed, closure.TakesMeasure, closure.Measure, matter.Clause) is { } refusal)
        {
            return refusal;
        }

        (matter.Measure, matter.ClosingReason) = (closure.TakesMeasure ? closure.Measure : null, closure.Reason);
        (matter.ClosedById, matter.ClosedAtUtc) = (officer.Id, clock.UtcNow);
        db.Note(matter.OfficeId, clock.UtcNow, Act.ConductClosed, matter.Id, officer.Id, details: new { measureTaken = closure.TakesMeasure });
        db.TellOfConduct(NoticeKind.ConductClosed, matter, await db.Cases.AsNoTracking().SingleAsync(c => c.Id == matter.CaseId, ct), clock.UtcNow);
        await db.SaveChangesAsync(ct);
        return matter;
    }
}
