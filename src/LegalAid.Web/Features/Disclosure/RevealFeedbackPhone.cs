using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Disclosure;

/// <summary>Opens the phone number somebody left with what they said of the published list, to answer them. Journalled with its purpose before it is shown.</summary>
public sealed class RevealFeedbackPhone(AidDb db, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<RevealedValue>?> RunAsync(Guid feedbackId, string purpose, CancellationToken ct)
    {
        if (await db.ListFeedback.AsNoTracking().SingleOrDefaultAsync(f => f.Id == feedbackId, ct) is not { } feedback)
        {
            return null;
        }

        if (feedback.Phone is not { } phone)
        {
            return new Refusal("nothing-stored", "没有留联系电话。", []);
        }

        db.Note(feedback.OfficeId, clock.UtcNow, Act.PersonalDataRevealed, feedback.OfficeId, officer.Id, purpose, new { which = PersonalValue.Phone, feedback = feedback.Id });
        await db.SaveChangesAsync(ct);
        return new RevealedValue(PersonalValue.Phone, cipher.Open(phone));
    }
}
