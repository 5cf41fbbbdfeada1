using LegalAid.Rules.Common;
using LegalAid.Rules.Conduct;
using LegalAid.Store;
using LegalAid.Store.Conduct;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Conduct;

/// <summary>The one concerned states their case (陈述申辩) before the matter is closed, once.</summary>
public sealed class StateOnConduct(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<ConductMatter>?> RunAsync(Guid matterId, string statement, CancellationToken ct)
    {
        var matter = await ConductView.Own(db, officer).SingleOrDefaultAsync(m => m.Id == matterId, ct);
        if (matter is null)
        {
            return null;
        }

        if (ConductClosing.WhyNotState(matter.IsClosed, matter.Statement is not null, matter.Clause) is { } refusal)
        {
            return refusal;
        }

        (matter.Statement, matter.StatedById, matter.StatedAtUtc) = (statement, officer.Id, clock.UtcNow);
        db.Note(matter.OfficeId, clock.UtcNow, Act.ConductStated, matter.Id, officer.Id);
        await db.SaveChangesAsync(ct);
        return matter;
    }
}
