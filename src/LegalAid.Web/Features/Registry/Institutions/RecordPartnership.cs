using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Records that an institution from elsewhere is paired with this office for the long run (QDN-3.3), or no longer.</summary>
public sealed class RecordPartnership(AidDb db, OfficeBooks books, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Institution>?> RunAsync(Guid institutionId, bool paired, string evidence, CancellationToken ct)
    {
        if (await InstitutionsKnown.To(db).SingleOrDefaultAsync(i => i.Id == institutionId, ct) is not { } institution)
        {
            return null;
        }

        var order = (await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).Elsewhere;
        if (order is null)
        {
            return new Refusal("partnership-not-asked", "本机构的规则没有结对协作，无须登记。", []);
        }

        var standing = await db.Partnerships.SingleOrDefaultAsync(p => p.InstitutionId == institutionId && p.EndedOn == null, ct);
        if (standing is not null == paired)
        {
            return new Refusal("partnership-known", paired ? "已经结对，不必再登记。" : "没有结对，不必解除。", [order.PartnersFirst.Clause]);
        }

        if (standing is null)
        {
            db.Add(new Partnership { Id = Guid.CreateVersion7(), OfficeId = officer.OfficeId, InstitutionId = institutionId, Since = clock.Today });
        }
        else
        {
            standing.EndedOn = clock.Today;
        }

        db.Note(officer.OfficeId, clock.UtcNow, Act.PartnershipRecorded, institutionId, officer.Id, evidence, new { since = paired ? clock.Today : (DateOnly?)null, lastDay = paired ? (DateOnly?)null : clock.Today });
        await db.SaveChangesAsync(ct);
        return institution;
    }
}
