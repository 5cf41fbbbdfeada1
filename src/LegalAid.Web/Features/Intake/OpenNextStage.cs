using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Documents;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>
/// Opens the case of the next stage of a matter: own number, clocks and file, the people taken over, linked to the stage before. By a notice (LAW-36) or by an application (LAW-43);
/// who handles it is proposed and decided like every case's.
/// </summary>
public sealed class OpenNextStage(AidDb db, LetterRegister register, NoticeCases noticeCases, CaseClocks clocks, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<AidCase>?> RunAsync(Guid previousId, NextStageForm form, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Cases.Include(c => c.Parties).SingleOrDefaultAsync(c => c.Id == previousId, ct) is not { } previous)
        {
            return null;
        }

        var notified = form.Source == CaseSource.Notification;
        var known = notified ? await register.FindAsync(form.Entry, ct) : null;
        var refusals = await WhyNotAsync(previous, form, known, ct);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var aidCase = notified ? await NotifiedAsync(previous, form, known, ct) : await AppliedAsync(previous, form, ct);
        foreach (var party in previous.Parties.OrderBy(party => party.Order))
        {
            var taken = aidCase.TakeOver(party.Role, party);
            taken.Phone = party.Phone;
            db.Add(taken);
        }

        db.Note(officer.OfficeId, clock.UtcNow, Act.NextStageOpened, aidCase.Id, officer.Id, details: new { previous = previous.Id, letter = aidCase.LetterId, receivedAtUtc = aidCase.ReceivedAtUtc });
        db.Note(officer.OfficeId, clock.UtcNow, Act.NextStageOpened, previous.Id, officer.Id, details: new { next = aidCase.Id });
        await db.SaveChangesAsync(ct);      // two clerks at once meet the index of one next stage
        await transaction.CommitAsync(ct);
        return aidCase;
    }

    private async Task<List<Refusal>> WhyNotAsync(AidCase previous, NextStageForm form, IncomingLetter? known, CancellationToken ct)
    {
        if (previous.Status is CaseStatus.Forwarded or CaseStatus.UnderExamination or CaseStatus.Refused or CaseStatus.Voided)
        {
            return [new("stage-not-aided", "本案尚未给予法律援助，或者已经作废，不能接下一阶段。", ["LAW-43"])];
        }

        if (await db.Cases.Where(c => c.PreviousStageId == previous.Id && c.Status != CaseStatus.Voided).Select(c => c.Number).FirstOrDefaultAsync(ct) is { } number)
        {
            return [new("next-stage-there", $"本案的下一阶段已经立案：{number}。", ["LAW-43"])];
        }

        return NextStage.WhyNotFollow(previous.Kind, previous.Stage, form.Stage!.Value) is { } astray ? [astray]
            : form.Source == CaseSource.Notification ? await WhyNotNotifiedAsync(previous, form, known, ct)
            : await WhyNotAppliedAsync(form, ct) is { } refusal ? [refusal] : [];
    }

    private async Task<List<Refusal>> WhyNotNotifiedAsync(AidCase previous, NextStageForm form, IncomingLetter? known, CancellationToken ct)
    {
        if (previous.Kind != CaseKind.Criminal)
        {
            return [new("notice-criminal", "只有刑事案件由办案机关通知。", ["LAW-36"])];
        }

        if (known is not null && known.ReceivedAtUtc != form.ReceivedAtUtc)
        {
            return [new("letter-other-moment", $"这份公函已登记为{known.RegisterNumber}，收文时间与所填不同，请按登记的时间填写。", ["LAW-36"], $"{OfficeClock.ToLocal(known.ReceivedAtUtc):yyyy-MM-dd HH:mm}")];
        }

        var names = previous.Parties.Where(party => party.Role == PartyRole.Recipient).Select(party => party.Name).ToList();
        return known is not null && await db.Cases.Where(c => c.LetterId == known.Id && c.Status != CaseStatus.Voided && c.Parties.Any(p => p.Role == PartyRole.Recipient && names.Contains(p.Name))).Select(c => c.Number).FirstOrDefaultAsync(ct) is { } number
            ? [new("accused-registered", $"受援人在{known.RegisterNumber}下已经立案：{number}；重复的先作废。", ["LAW-36"])]
            : await register.WhyNotEnterAsync(form.Entry, ct);
    }

    private async Task<Refusal?> WhyNotAppliedAsync(NextStageForm form, CancellationToken ct) =>
        form.ReceivedAtUtc > clock.UtcNow ? new("received-later", "收到申请的时间不能晚于现在。", ["LAW-43"])
        : await clocks.WhyNotStartAsync(officer.OfficeId, OfficeClock.ToLocal(form.ReceivedAtUtc!.Value), "LAW-43", ct);

    // One letter may bring several co-defendants to the next stage: the second finds it registered.
    private async Task<AidCase> NotifiedAsync(AidCase previous, NextStageForm form, IncomingLetter? known, CancellationToken ct)
    {
        var letter = known is null ? await register.EnterAsync(form.Entry, ct) : await LetterLock.LockAsync(db, known.Id, ct) ?? throw new DbUpdateConcurrencyException("The letter was voided meanwhile.");
        return await noticeCases.OpenAsync(new(letter.Id, previous.Cause, form.Stage!.Value, form.Ground, letter.ReceivedAtUtc, previous.Id), previous.Flags, previous.Headcount, ct);
    }

    private async Task<AidCase> AppliedAsync(AidCase previous, NextStageForm form, CancellationToken ct)
    {
        var due = await clocks.ExaminationDueAsync(OfficeClock.ToLocal(form.ReceivedAtUtc!.Value), ct);
        var aidCase = new AidCase
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            Number = await DocumentNumbers.NextAsync(db, officer.OfficeId, DocumentKind.Case, clock.Today.Year, ct),
            Source = CaseSource.Application,
            Kind = NextStage.KindIn(previous.Kind, form.Stage!.Value),
            Stage = form.Stage.Value,
            Cause = previous.Cause,
            ReceivedAtUtc = form.ReceivedAtUtc.Value,
            PreviousStageId = previous.Id,
            ScopeGround = form.ScopeGround,
            HardshipBasis = form.HardshipBasis!.Value,
            Flags = previous.Flags,
            Headcount = previous.Headcount,
            Status = CaseStatus.UnderExamination,
            ExaminationDueAtUtc = due,
            NextDueAtUtc = due,
        };
        db.Add(aidCase);
        return aidCase;
    }
}
