using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Suggestions;

/// <summary>Takes a suggestion back; it stays on record.</summary>
public sealed class WithdrawSuggestion(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<HandlerSuggestion?> RunAsync(Guid membershipId, Guid suggestionId, CancellationToken ct)
    {
        var suggestion = await db.HandlerSuggestions.SingleOrDefaultAsync(s => s.Id == suggestionId && s.MembershipId == membershipId && s.OfficeId == officer.OfficeId && s.WithdrawnAtUtc == null, ct);
        if (suggestion is null)
        {
            return null;
        }

        suggestion.WithdrawnAtUtc = clock.UtcNow;
        db.Note(officer.OfficeId, clock.UtcNow, Act.HandlerSuggestionWithdrawn, membershipId, officer.Id, details: new { naming = suggestion.Naming });
        await db.SaveChangesAsync(ct);
        return suggestion;
    }
}
