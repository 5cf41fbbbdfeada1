using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>A case after its correction.</summary>
/// <param name="Withdrew">A proposal rested on what was corrected; it was withdrawn and its turn given back.</param>
/// <param name="Conflicts">Conflicts the correction brought to light against those who already have the case.</param>
public sealed record CorrectedCase(bool Withdrew, IReadOnlyList<ConflictFinding> Conflicts);

/// <summary>
/// Corrects what was entered for a case. A proposal not yet decided rests on it and is withdrawn, so that a change of headcount changes who decides (BB-5.2);
/// once the case is assigned, only cause and parties can be corrected.
/// </summary>
public sealed class CorrectCase(AidDb db, FieldCipher cipher, CaseClocks clocks, ConflictSearch conflictSearch, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<CorrectedCase>?> RunAsync(Guid caseId, CorrectionForm form, IReadOnlyList<CorrectedParty> parties, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var aidCase = await db.Cases.Include(c => c.Parties).SingleOrDefaultAsync(c => c.Id == caseId, ct);
        if (aidCase is null)
        {
            return null;
        }

        if (await WhyNotAsync(aidCase, form, parties, ct) is { } refusal)
        {
            return refusal;
        }

        var before = Describe(aidCase);
        var withdrew = await WithdrawAsync(aidCase, form.Reason, ct);
        await ApplyAsync(aidCase, form, ct);
        Replace(aidCase, parties);
        SetPhone(aidCase, form.RecipientPhone);
        db.Note(aidCase.OfficeId, clock.UtcNow, Act.CaseCorrected, aidCase.Id, officer.Id, form.Reason, new { before, after = Describe(aidCase) });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
        return new CorrectedCase(withdrew, await AgainstHoldersAsync(await db.Cases.AsNoTracking().Include(c => c.Parties).SingleAsync(c => c.Id == caseId, ct), ct));
    }

    private async Task<Refusal?> WhyNotAsync(AidCase aidCase, CorrectionForm form, IReadOnlyList<CorrectedParty> parties, CancellationToken ct)
    {
        if (aidCase.Status is CaseStatus.Voided or CaseStatus.Refused)
        {
            return new("case-ended", "本案已经办结或作废，不能更正。", ["LAW-43"]);
        }

        var changesMatter = (form.Headcount, form.Flags, form.Stage) != (aidCase.Headcount, aidCase.Flags, aidCase.Stage);
        if (changesMatter && aidCase.Status is CaseStatus.Assigned or CaseStatus.HandlerNamed)
        {
            return new("case-assigned", "本案已经指派，受援人数、案件情形和阶段不能再改；确有变化的，先撤销指派。", ["LAW-43"]);
        }

        if (parties.Any(party => party.KeptId is { } kept && aidCase.Parties.TrueForAll(standing => standing.Id != kept)))
        {
            return new("parties-changed", "他人刚刚更正过当事人，请重新打开本页。", ["LAW-43"]);
        }

        if (parties.Count(party => party.Role == PartyRole.Recipient) is var listed && (listed == 0 || listed > form.Headcount))
        {
            return new("headcount-short", listed == 0 ? "至少列明一名受援人。" : $"受援人数{form.Headcount}人，少于列出的{listed}人。", ["LAW-43"]);
        }

        return MovesReceipt(aidCase, form) is not { } received ? null
            : received > clock.UtcNow ? new("received-later", "收到申请的时间不能晚于现在。", ["LAW-43"])
            : await clocks.WhyNotStartAsync(aidCase.OfficeId, OfficeClock.ToLocal(received), "LAW-43", ct);
    }

    // The moment of receipt of an application counts until it is decided; that of a notice belongs to its letter.
    private static DateTime? MovesReceipt(AidCase aidCase, CorrectionForm form) =>
        aidCase.Status == CaseStatus.UnderExamination && form.ReceivedAtUtc is { } received && received != aidCase.ReceivedAtUtc ? received : null;

    private async Task<bool> WithdrawAsync(AidCase aidCase, string reason, CancellationToken ct)
    {
        if (aidCase.Status != CaseStatus.Proposed)
        {
            return false;
        }

        var assignment = await db.Assignments.SingleAsync(a => a.CaseId == aidCase.Id && a.Status == AssignmentStatus.Proposed, ct);
        await TurnLedger.ReverseAsync(db, assignment, ct);
        assignment.Status = AssignmentStatus.Withdrawn;
        (assignment.UndoneById, assignment.UndoneAtUtc, assignment.UndoneReason) = (officer.Id, clock.UtcNow, $"案件更正：{reason}");
        aidCase.AwaitAssignmentAgain();
        db.Note(aidCase.OfficeId, clock.UtcNow, Act.AssignmentWithdrawn, aidCase.Id, officer.Id, assignment.UndoneReason, new { assignment = assignment.Id });
        return true;
    }

    private async Task ApplyAsync(AidCase aidCase, CorrectionForm form, CancellationToken ct)
    {
        if (MovesReceipt(aidCase, form) is { } received)
        {
            aidCase.ReceivedAtUtc = received;
            aidCase.ExaminationDueAtUtc = aidCase.NextDueAtUtc = await clocks.ExaminationDueAsync(OfficeClock.ToLocal(received), ct);
        }

        db.Entry(aidCase).Property(c => c.Cause).IsModified = true;     // also when only parties change, so that two corrections at once meet
        (aidCase.Cause, aidCase.Stage, aidCase.Headcount, aidCase.Flags) = (form.Cause.Trim(), form.Stage!.Value, form.Headcount!.Value, form.Flags);
    }

    private void Replace(AidCase aidCase, IReadOnlyList<CorrectedParty> parties)
    {
        var kept = parties.Select(party => party.KeptId).OfType<Guid>().ToHashSet();
        foreach (var gone in aidCase.Parties.Where(party => party.Role != PartyRole.Applicant && !kept.Contains(party.Id)))
        {
            gone.RemovedAtUtc = clock.UtcNow;
        }

        for (var i = 0; i < parties.Count; i++)
        {
            var standing = parties[i].KeptId is { } id ? aidCase.Parties.Single(party => party.Id == id) : Add(aidCase, parties[i]);
            standing.Order = i + 1;
        }
    }

    private CaseParty Add(AidCase aidCase, CorrectedParty party)
    {
        aidCase.Join(party.Role, party.Typed!, cipher);
        db.Add(aidCase.Parties[^1]);
        return aidCase.Parties[^1];
    }

    private void SetPhone(AidCase aidCase, string? typed)
    {
        if (PhoneNumber.TryParse(typed, out var phone, out _))
        {
            Standing(aidCase).Where(party => party.Role == PartyRole.Recipient).MinBy(party => party.Order)!.Phone = cipher.Seal(phone.Digits);
        }
    }

    private async Task<IReadOnlyList<ConflictFinding>> AgainstHoldersAsync(AidCase aidCase, CancellationToken ct)
    {
        var held = await db.Assignments.AsNoTracking().Where(a => a.CaseId == aidCase.Id && !AssignmentStatuses.Undone.Contains(a.Status))
            .Select(a => new { a.InstitutionId, Handlers = a.Handlers.Select(h => h.MembershipId).ToList() }).SingleOrDefaultAsync(ct);
        return held is null ? [] :
        [
            .. (await conflictSearch.ForAsync(aidCase, ct)).SelectMany(found => Concerning(found, found.Verdict(aidCase.Kind), held.InstitutionId, held.Handlers)).Distinct(),
        ];
    }

    private static IEnumerable<ConflictFinding> Concerning(FoundConflict found, ConflictVerdict verdict, Guid institution, List<Guid> handlers) =>
    [
        .. found.InstitutionId == institution ? verdict.Institution : [],
        .. found.MembershipIds.Intersect(handlers).Any() ? verdict.Practitioner : [],
    ];

    // Those taken out stay as rows.
    private static IEnumerable<CaseParty> Standing(AidCase aidCase) => aidCase.Parties.Where(party => party.RemovedAtUtc is null);

    // Ids and figures only: the journal is never changed, so nobody's name goes into it.
    private static object Describe(AidCase aidCase) => new
    {
        aidCase.Stage,
        aidCase.Headcount,
        aidCase.Flags,
        aidCase.ReceivedAtUtc,
        parties = Standing(aidCase).OrderBy(party => party.Order).Select(party => party.Id).ToList(),
    };
}
