using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Database;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>Corrects an entry of the incoming register. A changed minute of receipt counts the clocks of all its cases anew (LAW-36, BB-6.1).</summary>
public sealed class CorrectLetter(AidDb db, CaseClocks clocks, NamingClock namingClock, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<IncomingLetter>?> RunAsync(Guid letterId, LetterCorrectionForm form, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var letter = await db.IncomingLetters.SingleOrDefaultAsync(l => l.Id == letterId && l.VoidedAtUtc == null, ct);
        if (letter is null)
        {
            return null;
        }

        var refusals = await WhyNotAsync(letter, form, ct);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        db.ExpectVersion(letter, form.Version);
        var before = Describe(letter);
        await MoveReceiptAsync(letter, form.ReceivedAtUtc!.Value, form.Reason, ct);
        (letter.Authority, letter.AuthorityKind, letter.LetterNumber, letter.Contact) = (TextCleaning.OrganisationName(form.Authority), form.AuthorityKind!.Value, TextCleaning.LetterNumber(form.LetterNumber), form.Contact);
        db.Note(letter.OfficeId, clock.UtcNow, Act.LetterCorrected, letter.Id, officer.Id, form.Reason, new { before, after = Describe(letter) });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return letter;
    }

    private async Task<List<Refusal>> WhyNotAsync(IncomingLetter letter, LetterCorrectionForm form, CancellationToken ct)
    {
        var receivedAt = OfficeClock.ToLocal(form.ReceivedAtUtc!.Value);
        List<Refusal> refusals = [.. Admission.WhyNotTakeIn(new(form.LetterNumber, form.Authority, receivedAt, NotificationGround.OtherByLaw, clock.Now))];
        if (form.ReceivedAtUtc > letter.RegisteredAtUtc)
        {
            refusals.Add(new("received-later", "收文时间不能晚于登记这份收文的时间。", ["LAW-36"], $"登记：{OfficeClock.ToLocal(letter.RegisteredAtUtc):yyyy-MM-dd HH:mm}"));
        }

        if (await clocks.WhyNotStartAsync(letter.OfficeId, receivedAt, "LAW-36", ct) is { } tooEarly)
        {
            refusals.Add(tooEarly);
        }

        var (authority, number) = (TextCleaning.OrganisationName(form.Authority), TextCleaning.LetterNumber(form.LetterNumber));
        if (await db.IncomingLetters.AnyAsync(l => l.Id != letter.Id && l.Authority == authority && l.LetterNumber == number && l.VoidedAtUtc == null, ct))
        {
            refusals.Add(new("registered", "同一机关的这个文号已另有登记。", ["LAW-36"]));
        }

        return refusals;
    }

    // A clock that has stopped keeps its stop; only its end moves.
    private async Task MoveReceiptAsync(IncomingLetter letter, DateTime receivedAtUtc, string reason, CancellationToken ct)
    {
        if (letter.ReceivedAtUtc == receivedAtUtc)
        {
            return;
        }

        letter.ReceivedAtUtc = receivedAtUtc;
        var (own, statutory) = await clocks.AssignmentDueAsync(letter.OfficeId, CaseSource.Notification, CaseKind.Criminal, OfficeClock.ToLocal(receivedAtUtc), ct);
        foreach (var aidCase in await db.Cases.Where(c => c.LetterId == letter.Id && c.Status != CaseStatus.Voided).ToListAsync(ct))
        {
            (aidCase.ReceivedAtUtc, aidCase.DecidedAtUtc, aidCase.OwnDueAtUtc, aidCase.StatutoryDueAtUtc) = (receivedAtUtc, receivedAtUtc, own, statutory);
            aidCase.NextDueAtUtc = aidCase switch
            {
                { NextDueAtUtc: null } => null,
                { Status: CaseStatus.HandlerNamed } => statutory,
                { Status: CaseStatus.Assigned } => await RecountNamingAsync(aidCase, ct),
                _ => own < statutory ? own : statutory,
            };
            db.Note(letter.OfficeId, clock.UtcNow, Act.LetterCorrected, aidCase.Id, officer.Id, reason, new { letter = letter.Id, receivedAtUtc });
        }
    }

    // The institution's time to name a handler has to fit into what is left of the statute's.
    private async Task<DateTime?> RecountNamingAsync(AidCase aidCase, CancellationToken ct)
    {
        var assignment = await db.Assignments.SingleAsync(a => a.CaseId == aidCase.Id && a.Status == AssignmentStatus.Approved, ct);
        return assignment.NamingDueAtUtc = await namingClock.DueAsync(aidCase, OfficeClock.ToLocal(assignment.DecidedAtUtc!.Value), ct);
    }

    private static object Describe(IncomingLetter letter) => new { letter.Authority, letter.LetterNumber, letter.ReceivedAtUtc };
}
