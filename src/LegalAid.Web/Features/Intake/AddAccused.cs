using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>Opens the case of one more accused named by a letter registered before. Its clocks run from the letter's receipt, and all its accused become co-defendants of each other (CF-09).</summary>
public sealed class AddAccused(AidDb db, FieldCipher cipher, NoticeCases noticeCases, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<AidCase>?> RunAsync(Guid letterId, AccusedForm form, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var letter = await db.IncomingLetters.SingleOrDefaultAsync(l => l.Id == letterId && l.VoidedAtUtc == null, ct);
        if (letter is null)
        {
            return null;
        }

        var siblings = await db.Cases.Include(c => c.Parties).Where(c => c.LetterId == letterId && c.Status != CaseStatus.Voided).OrderBy(c => c.Number).ToListAsync(ct);
        var line = form.Line();
        if (siblings.SelectMany(c => c.Parties).Any(party => party.Role == PartyRole.Recipient && IsSame(party, line)))
        {
            return new Refusal("accused-registered", $"{line.Name}在本函下已经立案。", ["LAW-36"]);
        }

        var first = siblings[0];
        var aidCase = await noticeCases.OpenAsync(new(letterId, first.Cause, first.Stage, first.NotificationGround, letter.ReceivedAtUtc), form.Flags, 1, ct);
        aidCase.Join(PartyRole.Recipient, line, cipher, form.Phone());
        Join(aidCase, siblings);
        db.Note(officer.OfficeId, clock.UtcNow, Act.AccusedAdded, aidCase.Id, officer.Id, details: new { letter = letterId, register = letter.RegisterNumber });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return aidCase;
    }

    private void Join(AidCase added, List<AidCase> siblings)
    {
        var recipient = added.Parties[0];
        foreach (var sibling in siblings)
        {
            foreach (var party in sibling.Parties.Where(party => party.Role is not (PartyRole.Applicant or PartyRole.CoDefendant)).OrderBy(party => party.Order))
            {
                added.JoinCopy(party.Role == PartyRole.Recipient ? PartyRole.CoDefendant : party.Role, party);
            }

            if (sibling.JoinCopy(PartyRole.CoDefendant, recipient) is { } copy)
            {
                db.Add(copy);
            }
        }
    }

    private bool IsSame(CaseParty party, PartyLine line) => (party.IdentityIndex, line.Number) switch
    {
        ({ } index, { } number) => index.AsSpan().SequenceEqual(cipher.Index(number)),
        _ => party.Name == line.Name,
    };
}
