using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Documents;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>A letter as typed from the paper in hand.</summary>
public sealed record LetterEntry(string? Authority, AuthorityKind? Kind, string? Number, DateTime? ReceivedAtUtc, NotificationGround? Ground, string? Contact);

/// <summary>The incoming register: whether a letter can be entered, whether it already is, and its entry with the running number.</summary>
public sealed class LetterRegister(AidDb db, CaseClocks clocks, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<List<Refusal>> WhyNotEnterAsync(LetterEntry entry, CancellationToken ct)
    {
        DateTime? receivedAt = entry.ReceivedAtUtc is { } received ? OfficeClock.ToLocal(received) : null;
        List<Refusal> refusals = [.. Admission.WhyNotTakeIn(new(entry.Number, entry.Authority, receivedAt, entry.Ground, clock.Now))];
        if (receivedAt is { } moment && await clocks.WhyNotStartAsync(officer.OfficeId, moment, "LAW-36", ct) is { } tooEarly)
        {
            refusals.Add(tooEarly);
        }

        return refusals;
    }

    /// <summary>The same authority's letter of this number as it was entered before; null when it was not.</summary>
    public Task<IncomingLetter?> FindAsync(LetterEntry entry, CancellationToken ct)
    {
        var (authority, number) = (TextCleaning.OrganisationName(entry.Authority ?? ""), TextCleaning.LetterNumber(entry.Number ?? ""));
        return db.IncomingLetters.SingleOrDefaultAsync(l => l.Authority == authority && l.LetterNumber == number && l.VoidedAtUtc == null, ct);
    }

    public async Task<IncomingLetter> EnterAsync(LetterEntry entry, CancellationToken ct)
    {
        var letter = new IncomingLetter
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            RegisterNumber = await DocumentNumbers.NextAsync(db, officer.OfficeId, DocumentKind.IncomingLetter, clock.Today.Year, ct),
            LetterNumber = TextCleaning.LetterNumber(entry.Number!),
            Authority = TextCleaning.OrganisationName(entry.Authority!),
            AuthorityKind = entry.Kind!.Value,
            ReceivedAtUtc = entry.ReceivedAtUtc!.Value,
            Contact = entry.Contact,
            RegisteredAtUtc = clock.UtcNow,
        };
        db.Add(letter);
        return letter;
    }
}
