using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Conflicts;

/// <summary>Records a written consent to a conflict of a case that is not yet decided; what it lifts the rules say.</summary>
public sealed class RecordConsent(AidDb db, ConflictSearch search, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<ConflictConsent>?> RunAsync(Guid caseId, ConsentForm form, CancellationToken ct)
    {
        var aidCase = await db.Cases.AsNoTracking().Include(c => c.Parties).SingleOrDefaultAsync(c => c.Id == caseId, ct);
        if (aidCase is null || (await search.ForAsync(aidCase, ct)).All.FirstOrDefault(conflict => ConflictRow.KeyOf(conflict.Checked) == form.Conflict) is not { } found)
        {
            return null;
        }

        if (WhyNot(aidCase, found, form) is { } refusal)
        {
            return refusal;
        }

        var consent = new ConflictConsent
        {
            Id = Guid.CreateVersion7(),
            OfficeId = aidCase.OfficeId,
            CaseId = caseId,
            SourceId = found.SourceId,
            Source = found.Source,
            GivenBy = form.GivenBy.Trim(),
            GivenOn = form.GivenOn!.Value,
            BothSides = form.BothSides,
            Document = cipher.Seal(form.Document.Trim()),
        };
        db.Add(consent);
        db.Note(aidCase.OfficeId, clock.UtcNow, Act.ConsentRecorded, caseId, officer.Id, reason: null, new { source = found.SourceId, since = form.GivenOn, form.BothSides });
        await db.SaveChangesAsync(ct);
        return consent;
    }

    private static Refusal? WhyNot(AidCase aidCase, FoundConflict found, ConsentForm form) =>
        aidCase.Status is not (CaseStatus.AwaitingAssignment or CaseStatus.Proposed) ? new("not-awaiting", "本案已经指派或者还不能指派，不能登记同意书。", ["CF-13"])
        : found.Checked.Consent is not null ? new("consent-given", "该利益冲突已登记过同意书。", ["CF-13"])
        : ConflictConsents.WhyNotRecord(found.Checked, new(form.GivenOn!.Value, form.BothSides), found.View);
}
