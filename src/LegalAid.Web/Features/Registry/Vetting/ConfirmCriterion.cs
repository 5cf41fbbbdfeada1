using LegalAid.Rules.Common;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>A clerk confirms, in the own name, what no program can judge (QJ-2.1, 2.4a, 2.8, WZ-6.1–6.3). A later confirmation takes the place of the earlier one.</summary>
public sealed class ConfirmCriterion(AidDb db, VettingFactsReader reader, OfficeClock clock, CurrentOfficer officer)
{
    /// <returns>Null when the office has no such application.</returns>
    public async Task<Outcome<VettingConfirmation>?> RunAsync(Guid applicationId, ConfirmationForm form, CancellationToken ct)
    {
        if (await ApplicationsUnderVetting.FindAsync(db, applicationId, ct) is not { } application)
        {
            return null;
        }

        if (ApplicationsUnderVetting.WhyNotVet(application) is { } refusal)
        {
            return refusal;
        }

        var vetted = (await reader.ReadAsync(db.PoolApplications.Where(a => a.Id == applicationId), clock.UtcNow, ct)).Single();
        if (!vetted.Facts.ConditionsApply() || !ConfirmedByPerson.Asked(vetted.Facts.Rules.Recruitment.Confirmations).Any(asked => asked.Criterion == form.Criterion))
        {
            return new Refusal("criterion-not-asked", "本机构的规则没有这一项须由人确认的条件。", []);
        }

        var confirmation = new VettingConfirmation
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            ApplicationId = applicationId,
            Criterion = form.Criterion!.Value,
            Met = form.Met!.Value,
            Reason = form.Reason.Trim(),
            OfficerId = officer.Id,
            AtUtc = clock.UtcNow,
        };
        db.Add(confirmation);
        db.Note(officer.OfficeId, clock.UtcNow, Act.VettingConfirmed, applicationId, officer.Id, details: new { criterion = confirmation.Criterion, met = confirmation.Met });
        await db.SaveChangesAsync(ct);
        return confirmation;
    }
}
