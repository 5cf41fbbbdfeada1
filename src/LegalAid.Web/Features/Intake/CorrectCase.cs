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

        db.ExpectVersion(aidCase, form.Version);
        var before = Describe(aidCase);
        var withdrew = await WithdrawAsync(aidCase, form.Reason, ct);
        await ApplyAsync(aidCase, form, ct);
        Replace(aidCase, parties);
        SetPhone(aidCase, form.RecipientPhone);
        db.Note(aidCase.OfficeId, clock.UtcNow, Act.CaseCorrected, aidCase.Id, officer.Id, form.Reason, new { before, after = Describe(aidCase) });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
        return new CorrectedCase(withdrew, await conflictSearch.AgainstHoldersAsync(await db.Cases.AsNoTracking().Include(c => c.Parties).SingleAsync(c => c.Id == caseId, ct), ct));
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
            var advice = aidCase.Status == CaseStatus.Assigned ? "确有变化的，先由负责人撤销指派。" : "已安排承办人，变化情况由承办人记入案卷。";
            return new("case-assigned", $"本案已经指派，受援人数、案件情形和阶段不能再改；{advice}", ["LAW-43"]);
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
        await TakingBack.UndoAsync(db, assignment, aidCase, new(officer.Id, clock.UtcNow, $"案件更正：{reason}"), keepsTurn: false, ct);
        db.Note(aidCase.OfficeId, clock.UtcNow, Act.AssignmentWithdrawn, aidCase.Id, officer.Id, details: new { assignment = assignment.Id });
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
        var before = aidCase.Parties.ToDictionary(party => party.Id);
        var kept = parties.Where(party => party.KeptId is { } id && before[id].Role == party.Role).Select(party => party.KeptId!.Value).ToHashSet();
        foreach (var gone in before.Values.Where(party => party.Role != PartyRole.Applicant && !kept.Contains(party.Id)))
        {
            gone.RemovedAtUtc = clock.UtcNow;
        }

        for (var i = 0; i < parties.Count; i++)
        {
            var standing = parties[i] is { KeptId: { } id } && kept.Contains(id) ? before[id] : Add(aidCase, parties[i], before);
            standing.Order = i + 1;
        }
    }

    // A role never changes: who stands in another one now is taken over with the sealed number.
    private CaseParty Add(AidCase aidCase, CorrectedParty party, Dictionary<Guid, CaseParty> before)
    {
        var added = party.KeptId is { } id ? aidCase.TakeOver(party.Role, before[id]) : aidCase.Join(party.Role, party.Typed!, cipher);
        db.Add(added);
        return added;
    }

    private void SetPhone(AidCase aidCase, string? typed)
    {
        if (PhoneNumber.TryParse(typed, out var phone, out _))
        {
            Standing(aidCase).Where(party => party.Role == PartyRole.Recipient).MinBy(party => party.Order)!.Phone = cipher.Seal(phone.Digits);
        }
    }

    // Those taken out stay as rows.
    private static IEnumerable<CaseParty> Standing(AidCase aidCase) => aidCase.Parties.Where(party => party.RemovedAtUtc is null);

    // No names: the journal is never changed, so nobody's name goes into it.
    private static object Describe(AidCase aidCase) => new
    {
        aidCase.Cause,
        aidCase.Stage,
        aidCase.Headcount,
        aidCase.Flags,
        aidCase.ReceivedAtUtc,
        parties = Standing(aidCase).OrderBy(party => party.Order).Select(party => party.Id).ToList(),
    };
}
