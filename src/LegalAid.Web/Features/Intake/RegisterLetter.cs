using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Intake;

/// <summary>A letter in the register with the cases it opened, in the order of its accused.</summary>
public sealed record RegisteredLetter(IncomingLetter Letter, IReadOnlyList<AidCase> Cases);

/// <summary>Enters a notice of court, procuratorate or police in the incoming register and opens a case for each accused it names. The minute of receipt starts both clocks (LAW-36, BB-6.1).</summary>
public sealed class RegisterLetter(AidDb db, FieldCipher cipher, LetterRegister register, NoticeCases noticeCases, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<RegisteredLetter>> RunAsync(LetterForm form, CancellationToken ct)
    {
        var refusals = await WhyNotAsync(form, ct);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var letter = await register.EnterAsync(form.Entry, ct);
        var cases = await OpenCasesAsync(form, letter, ct);
        foreach (var aidCase in cases)
        {
            db.Note(officer.OfficeId, clock.UtcNow, Act.LetterRegistered, aidCase.Id, officer.Id, details: new { letter = letter.Id, register = letter.RegisterNumber, receivedAtUtc = letter.ReceivedAtUtc });
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new RegisteredLetter(letter, cases);
    }

    private async Task<List<Refusal>> WhyNotAsync(LetterForm form, CancellationToken ct)
    {
        var refusals = await register.WhyNotEnterAsync(form.Entry, ct);
        if (await register.FindAsync(form.Entry, ct) is { } registered)
        {
            refusals.Add(new("registered", $"同一机关的这份公函已登记为{registered.RegisterNumber}；函中还有别的受援人的，请在该收文下补登。", ["LAW-36"]));
        }

        return refusals;
    }

    private async Task<List<AidCase>> OpenCasesAsync(LetterForm form, IncomingLetter letter, CancellationToken ct)
    {
        var matter = new NoticeMatter(letter.Id, form.Cause.Trim(), form.Stage!.Value, form.Ground, letter.ReceivedAtUtc);
        var accused = form.Recipients().ToList();
        var cases = new List<AidCase>();
        for (var i = 0; i < accused.Count; i++)
        {
            var aidCase = await noticeCases.OpenAsync(matter, form.Flags, accused.Count > 1 ? 1 : form.Headcount!.Value, ct);
            aidCase.Join(PartyRole.Recipient, accused[i].Line, cipher, accused[i].Phone);
            foreach (var (role, line) in form.Others().Concat(accused.Where((_, other) => other != i).Select(other => (PartyRole.CoDefendant, other.Line))))
            {
                aidCase.Join(role, line, cipher);
            }

            cases.Add(aidCase);
        }

        return cases;
    }
}
