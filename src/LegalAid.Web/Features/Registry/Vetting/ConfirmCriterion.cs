using LegalAid.Rules.Common;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>A clerk confirms, in the own name, what no program can judge (QJ-2.1, 2.4a, 2.8, WZ-6.1–6.3). A later confirmation takes the place of the earlier one.</summary>
public sealed class ConfirmCriterion(AidDb db, VettingFactsReader reader, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    /// <returns>Null when the office has no such application.</returns>
    public async Task<Outcome<List<VettingConfirmation>>?> RunAsync(Guid applicationId, ConfirmationForm form, CancellationToken ct)
    {
        if (await ApplicationsUnderVetting.FindAsync(db, applicationId, ct) is not { } application)
        {
            return null;
        }

        if ((ApplicationsUnderVetting.WhyNotVet(application) ?? await ApplicationRecusals.WhyNotAsync(db, officer.Id, [applicationId], ct)) is { } refusal)
        {
            return refusal;
        }

        var vetted = (await reader.ReadAsync(db.PoolApplications.Where(a => a.Id == applicationId), clock.UtcNow, ct)).Single();
        if (form.Criterion.Except(ConfirmedByPerson.Open(vetted.Facts, vetted.Decision)).Any())
        {
            return new Refusal("criterion-not-asked", "本机构的规则没有这一项须由人确认的条件。", []);
        }

        var made = form.Criterion.Distinct().Select(criterion => Confirmed(applicationId, criterion, form)).ToList();
        db.AddRange(made);
        foreach (var one in made)
        {
            db.Note(officer.OfficeId, one.AtUtc, Act.VettingConfirmed, applicationId, officer.Id, details: new { criterion = one.Criterion, met = one.Met });
        }

        await db.SaveChangesAsync(ct);
        return made;
    }

    private VettingConfirmation Confirmed(Guid applicationId, VettingCriterion criterion, ConfirmationForm form) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = officer.OfficeId,
        ApplicationId = applicationId,
        Criterion = criterion,
        Met = form.Met!.Value,
        Reason = cipher.Seal(form.Reason.Trim()),
        OfficerId = officer.Id,
        AtUtc = clock.UtcNow,
    };
}
