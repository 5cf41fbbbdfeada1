using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Suggestions;

/// <summary>The centre suggests to an institution to name somebody rather than others, or rather not (BB-9.2).</summary>
public sealed class SuggestHandler(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<HandlerSuggestion>?> RunAsync(Guid membershipId, SuggestionForm form, CancellationToken ct)
    {
        if (await db.Memberships.SingleOrDefaultAsync(m => m.Id == membershipId && m.OfficeId == officer.OfficeId, ct) is not { } member)
        {
            return null;
        }

        var standing = await db.HandlerSuggestions.AnyAsync(s => s.MembershipId == membershipId && s.WithdrawnAtUtc == null, ct);
        if (HandlerSuggestions.WhyNotSuggest(member.LeftOn is not { } left || left > clock.Today, standing) is { } refusal)
        {
            return refusal;
        }

        var suggestion = new HandlerSuggestion
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            MembershipId = membershipId,
            Naming = form.Naming!.Value,
            Ground = form.Ground!.Value,
            Reason = form.Reason.Trim(),
            MadeById = officer.Id,
            MadeAtUtc = clock.UtcNow,
        };
        db.Add(suggestion);
        db.Note(officer.OfficeId, clock.UtcNow, Act.HandlerSuggested, membershipId, officer.Id, details: new { naming = suggestion.Naming, ground = suggestion.Ground });
        await db.SaveChangesAsync(ct);
        return suggestion;
    }
}
