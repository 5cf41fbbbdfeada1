using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Documents;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>Enters a notice of court, procuratorate or police in the incoming register and opens its case. The minute of receipt starts both clocks (LAW-36, BB-6.1).</summary>
public sealed class RegisterLetter(AidDb db, FieldCipher cipher, CaseClocks clocks, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<IncomingLetter>> RunAsync(LetterForm form, CancellationToken ct)
    {
        var refusals = Admission.WhyNotTakeIn(new(form.LetterNumber, form.Authority, form.ReceivedAtUtc is { } received ? OfficeClock.ToLocal(received) : null, form.Ground, clock.Now)).ToList();
        if (await RegisteredAsAsync(form, ct) is { } registered)
        {
            refusals.Add(new("registered", $"同一机关的这份公函已登记为{registered}。", ["LAW-36"]));
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var aidCase = await OpenCaseAsync(form, OfficeClock.ToLocal(form.ReceivedAtUtc!.Value), ct);
        var letter = new IncomingLetter
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            RegisterNumber = await DocumentNumbers.NextAsync(db, officer.OfficeId, DocumentKind.IncomingLetter, clock.Today.Year, ct),
            LetterNumber = form.LetterNumber.Trim(),
            Authority = form.Authority.Trim(),
            AuthorityKind = form.AuthorityKind!.Value,
            ReceivedAtUtc = aidCase.ReceivedAtUtc,
            Contact = form.Contact,
            CaseId = aidCase.Id,
        };
        db.Add(letter);
        db.Note(officer.OfficeId, clock.UtcNow, Act.LetterRegistered, aidCase.Id, officer.Id, details: new { letter = letter.Id, register = letter.RegisterNumber, receivedAtUtc = letter.ReceivedAtUtc });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return letter;
    }

    private Task<string?> RegisteredAsAsync(LetterForm form, CancellationToken ct)
    {
        var (authority, number) = (form.Authority.Trim(), form.LetterNumber.Trim());
        return db.IncomingLetters.Where(l => l.Authority == authority && l.LetterNumber == number).Select(l => l.RegisterNumber).SingleOrDefaultAsync(ct);
    }

    private async Task<AidCase> OpenCaseAsync(LetterForm form, DateTime receivedAt, CancellationToken ct)
    {
        var (own, statutory) = await clocks.AssignmentDueAsync(officer.OfficeId, CaseSource.Notification, CaseKind.Criminal, receivedAt, ct);
        var receivedAtUtc = OfficeClock.ToUtc(receivedAt);
        var aidCase = new AidCase
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            Number = await DocumentNumbers.NextAsync(db, officer.OfficeId, DocumentKind.Case, clock.Today.Year, ct),
            Source = CaseSource.Notification,
            Kind = CaseKind.Criminal,
            Stage = form.Stage!.Value,
            Cause = form.Cause.Trim(),
            ReceivedAtUtc = receivedAtUtc,
            NotificationGround = form.Ground,
            HardshipBasis = HardshipBasis.NotExamined,
            Flags = form.Flags,
            Headcount = form.Headcount!.Value,
            Status = CaseStatus.AwaitingAssignment,
            DecidedAtUtc = receivedAtUtc,
            OwnDueAtUtc = own,
            StatutoryDueAtUtc = statutory,
            NextDueAtUtc = own < statutory ? own : statutory,
        };
        aidCase.Parties.AddRange(CaseParties.From(form, aidCase, cipher));
        db.Add(aidCase);
        return aidCase;
    }
}
