using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Database;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>A case after its correction.</summary>
/// <param name="Withdrew">A proposal rested on what was corrected; it was withdrawn and its turn given back.</param>
/// <param name="OnlyRecorded">More people than when a handler was named: a fact for the record, what was decided stands.</param>
/// <param name="Conflicts">Conflicts the correction brought to light against those who already have the case.</param>
public sealed record CorrectedCase(bool Withdrew, bool OnlyRecorded, IReadOnlyList<ConflictFinding> Conflicts);

/// <summary>
/// Corrects what was entered for a case. A proposal not yet decided rests on it and is withdrawn, so that a change of headcount changes who decides (BB-5.2);
/// kind, help and wish of an application can be corrected until then. Once the case is assigned, only cause and parties can be, and after a handler was named a larger headcount for the record.
/// </summary>
public sealed class CorrectCase(AidDb db, FieldCipher cipher, WhyNotCorrect whyNotCorrect, CaseClocks clocks, ConflictSearch conflictSearch, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<CorrectedCase>?> RunAsync(Guid caseId, CorrectionForm form, IReadOnlyList<CorrectedParty> parties, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var aidCase = await db.Cases.Include(c => c.Parties).SingleOrDefaultAsync(c => c.Id == caseId, ct);
        if (aidCase is null)
        {
            return null;
        }

        var refusals = await whyNotCorrect.AllAsync(aidCase, form, parties, ct);
        if (refusals.Count > 0)
        {
            return refusals.ToList();
        }

        db.ExpectVersion(aidCase, form.Version);
        var before = Describe(aidCase);
        var forTheRecord = aidCase.Status == CaseStatus.HandlerNamed && form.Headcount > aidCase.Headcount;
        var withdrew = await WithdrawAsync(aidCase, form.Reason, ct);
        await ApplyAsync(aidCase, form, ct);
        new CorrectedParties(db, cipher, clock).Replace(aidCase, parties, form.RecipientPhone);
        db.Note(aidCase.OfficeId, clock.UtcNow, Act.CaseCorrected, aidCase.Id, officer.Id, form.Reason, new { before, after = Describe(aidCase) });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
        return new CorrectedCase(withdrew, forTheRecord, await conflictSearch.AgainstHoldersAsync(await db.Cases.AsNoTracking().Include(c => c.Parties).SingleAsync(c => c.Id == caseId, ct), ct));
    }

    private async Task<bool> WithdrawAsync(AidCase aidCase, string reason, CancellationToken ct)
    {
        if (aidCase.Status != CaseStatus.Proposed)
        {
            return false;
        }

        var assignment = await db.Assignments.SingleAsync(a => a.CaseId == aidCase.Id && a.Status == AssignmentStatus.Proposed, ct);
        await TakingBack.UndoAsync(db, assignment, aidCase, new(officer.Id, clock.UtcNow, $"案件更正：{reason}"), keepsTurn: false, ct);
        db.Note(aidCase.OfficeId, clock.UtcNow, Act.AssignmentWithdrawn, aidCase.Id, officer.Id, details: new { assignment = assignment.Id });
        return true;
    }

    private async Task ApplyAsync(AidCase aidCase, CorrectionForm form, CancellationToken ct)
    {
        if (WhyNotCorrect.MovesReceipt(aidCase, form) is { } received)
        {
            aidCase.ReceivedAtUtc = received;
            aidCase.ExaminationDueAtUtc = aidCase.NextDueAtUtc = await clocks.ExaminationDueAsync(OfficeClock.ToLocal(received), ct);
        }

        db.Entry(aidCase).Property(c => c.Cause).IsModified = true;     // also when only parties change, so that two corrections at once meet
        (aidCase.Cause, aidCase.Stage, aidCase.Headcount, aidCase.Flags) = (form.Cause.Trim(), form.Stage!.Value, form.Headcount!.Value, form.Flags);
        if (aidCase.Source == CaseSource.Notification)
        {
            aidCase.NotificationGround = form.NotificationGround ?? aidCase.NotificationGround;
            return;
        }

        (aidCase.ScopeGround, aidCase.HardshipBasis) = (form.ScopeGround ?? aidCase.ScopeGround, form.HardshipBasis ?? aidCase.HardshipBasis);
        if (WhyNotCorrect.CanPrefer(aidCase))
        {
            form.SetHelpAndWish(aidCase);
            await ChangeKindAsync(aidCase, form.KindOf(aidCase), ct);
        }
    }

    // Another kind has another clock from the same moment (BB-6.1, BB-6.2), and goes through another queue when it is proposed.
    private async Task ChangeKindAsync(AidCase aidCase, CaseKind kind, CancellationToken ct)
    {
        if (kind == aidCase.Kind)
        {
            return;
        }

        aidCase.Kind = kind;
        if (aidCase is { Status: CaseStatus.AwaitingAssignment, ClocksStartAtUtc: { } started })
        {
            (aidCase.OwnDueAtUtc, aidCase.StatutoryDueAtUtc) = await clocks.AssignmentDueAsync(aidCase.OfficeId, aidCase.Source, kind, OfficeClock.ToLocal(started), ct);
            aidCase.AwaitAssignmentAgain();
        }
    }

    // Those taken out stay as rows.
    private static IEnumerable<CaseParty> Standing(AidCase aidCase) => aidCase.Parties.Where(party => party.RemovedAtUtc is null);

    // No names: the journal is never changed, so nobody's name goes into it.
    private static object Describe(AidCase aidCase) => new
    {
        aidCase.Kind,
        aidCase.Cause,
        aidCase.Stage,
        aidCase.Headcount,
        aidCase.Flags,
        aidCase.NotificationGround,
        aidCase.ScopeGround,
        aidCase.HardshipBasis,
        aidCase.ReceivedAtUtc,
        aidCase.HelpedByInstitutionId,
        helpedByStation = aidCase.HelpedByStation is not null,
        aidCase.HelpedOn,
        aidCase.WishedInstitutionId,
        aidCase.WishedMembershipId,
        parties = Standing(aidCase).OrderBy(party => party.Order).Select(party => party.Id).ToList(),
    };
}
