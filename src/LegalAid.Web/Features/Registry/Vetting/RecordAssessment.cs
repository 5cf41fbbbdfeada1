using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>What is recorded of an assessment.</summary>
public sealed record AssessmentOrder(DateOnly HeldOn, string AssessedBy, bool Passed, string? Remark, byte[]? File);

/// <summary>Records the centre's assessment before entry (QJ-2.5b). The latest counts; a failed one may be followed by another.</summary>
public sealed class RecordAssessment(AidDb db, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    /// <returns>Null when the office has no such application.</returns>
    public async Task<Outcome<AdmissionAssessment>?> RunAsync(Guid applicationId, AssessmentOrder order, CancellationToken ct)
    {
        if (await ApplicationsUnderVetting.FindAsync(db, applicationId, ct) is not { } application)
        {
            return null;
        }

        if ((ApplicationsUnderVetting.WhyNotVet(application) ?? WhyNot(order) ?? await ApplicationRecusals.WhyNotAsync(db, officer.Id, [applicationId], ct)) is { } refusal)
        {
            return refusal;
        }

        var assessment = new AdmissionAssessment
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            ApplicationId = applicationId,
            HeldOn = order.HeldOn,
            AssessedBy = cipher.Seal(order.AssessedBy),
            Passed = order.Passed,
            Remark = order.Remark is null ? null : cipher.Seal(order.Remark),
            FileType = order.File is null ? null : EvidenceTypes.Of(order.File),
            FileBytes = order.File?.Length ?? 0,
            File = order.File is null ? null : cipher.Seal(order.File),
            RecordedById = officer.Id,
            RecordedAtUtc = clock.UtcNow,
        };
        db.Add(assessment);
        db.Note(officer.OfficeId, clock.UtcNow, Act.AssessmentRecorded, applicationId, officer.Id, details: new { assessedOn = order.HeldOn, passed = order.Passed, bytes = order.File?.Length });
        await db.SaveChangesAsync(ct);
        return assessment;
    }

    private Refusal? WhyNot(AssessmentOrder order) =>
        order.HeldOn > clock.Today ? new("assessment-later", "考核日期不能晚于今天。", [])
        : FilesHandedIn.WhyNotPaper("考核材料", order.File);
}
