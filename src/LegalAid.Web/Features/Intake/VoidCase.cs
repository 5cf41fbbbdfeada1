using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>Voids a case entered by mistake (作废): its number stays taken and its page stays readable. With the last case of a letter the letter's entry is void too and the letter may be entered again.</summary>
public sealed class VoidCase(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<AidCase>?> RunAsync(Guid caseId, string reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var aidCase = await db.Cases.SingleOrDefaultAsync(c => c.Id == caseId, ct);
        if (aidCase is null)
        {
            return null;
        }

        if (WhyNot(aidCase) is { } refusal)
        {
            return refusal;
        }

        (aidCase.Status, aidCase.VoidReason, aidCase.NextDueAtUtc) = (CaseStatus.Voided, reason, null);
        await VoidLetterAsync(aidCase, ct);
        db.Note(aidCase.OfficeId, clock.UtcNow, Act.CaseVoided, aidCase.Id, officer.Id, details: new { number = aidCase.Number });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return aidCase;
    }

    private static Refusal? WhyNot(AidCase aidCase) => aidCase.Status switch
    {
        CaseStatus.Forwarded or CaseStatus.UnderExamination or CaseStatus.AwaitingAssignment => null,
        CaseStatus.Proposed => new("case-proposed", "已提出指派意见，先撤回意见再作废。", ["LAW-43"]),
        CaseStatus.Assigned => new("case-assigned", "已经指派，先撤销指派再作废。", ["LAW-43"]),
        _ => new("case-ended", "本案已经办理或作废，不能再作废。", ["LAW-43"]),
    };

    private async Task VoidLetterAsync(AidCase aidCase, CancellationToken ct)
    {
        if (aidCase.LetterId is { } letterId && await LetterLock.LockAsync(db, letterId, ct) is { } letter
            && !await db.Cases.AnyAsync(c => c.LetterId == letterId && c.Id != aidCase.Id && c.Status != CaseStatus.Voided, ct))
        {
            letter.VoidedAtUtc = clock.UtcNow;
        }
    }
}
