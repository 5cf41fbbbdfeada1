using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Ties;

/// <summary>Records an organisation that an institution is the standing legal adviser of (CF-13).</summary>
public sealed class RecordAdviser(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<AdviserRelation>?> RunAsync(Guid institutionId, AdviserForm form, CancellationToken ct)
    {
        if (!await InstitutionsKnown.To(db).AnyAsync(i => i.Id == institutionId, ct))
        {
            return null;
        }

        if (Rules.Registry.Ties.WhyNotAdviser(form.FirstOn!.Value, form.LastOn) is { } refusal)
        {
            return refusal;
        }

        var relation = new AdviserRelation
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            InstitutionId = institutionId,
            Client = TextCleaning.OrganisationName(form.Client),
            FirstOn = form.FirstOn.Value,
            LastOn = form.LastOn,
        };
        db.Add(relation);
        db.Note(officer.OfficeId, clock.UtcNow, Act.AdviserRecorded, institutionId, officer.Id, reason: null, new { firstDay = form.FirstOn, lastDay = form.LastOn });
        await db.SaveChangesAsync(ct);
        return relation;
    }
}
