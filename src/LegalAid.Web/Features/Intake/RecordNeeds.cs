using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>Records what the recipient needs of whoever takes the case, and where the parties live, while nobody has been proposed yet.</summary>
public sealed class RecordNeeds(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    private static readonly CaseStatus[] Open = [CaseStatus.UnderExamination, CaseStatus.AwaitingAssignment];

    public async Task<Outcome<AidCase>?> RunAsync(Guid caseId, NeedsForm form, CancellationToken ct)
    {
        if (await db.Cases.SingleOrDefaultAsync(c => c.Id == caseId, ct) is not { } aidCase)
        {
            return null;
        }

        if (!Open.Contains(aidCase.Status))
        {
            return new Refusal("needs-late", "已经提出指派意见或者办结，不能再登记；先撤回指派意见。", ["REG-25"]);
        }

        form.ApplyTo(aidCase);
        db.Note(officer.OfficeId, clock.UtcNow, Act.NeedsRecorded, aidCase.Id, officer.Id);
        await db.SaveChangesAsync(ct);
        return aidCase;
    }
}
