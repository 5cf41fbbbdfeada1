using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// Records that somebody practising elsewhere is willing to be assigned by this office, or no longer (QDN-1.1). Cases already under way stay.
/// Only where the office's book lets people from elsewhere in by their own will.
/// </summary>
public sealed class RecordWillingness(AidDb db, OfficeBooks books, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Membership>?> RunAsync(Guid memberId, DateOnly? since, string evidence, CancellationToken ct)
    {
        var member = await db.Memberships.SingleOrDefaultAsync(m => m.Id == memberId && m.LeftOn == null, ct);
        if (member is null)
        {
            return null;
        }

        var book = await books.InForceOnAsync(officer.OfficeId, clock.Today, ct);
        var district = book.Assignment.District;
        if (district.Value != DistrictReach.OwnAndVolunteers)
        {
            return new Refusal("willingness-not-asked", "本机构的规则不以本人意愿接收外地人员，无须登记。", [district.Clause]);
        }

        if (since > clock.Today)
        {
            return new Refusal("willingness-later", "意愿的起日不能晚于今天。", [district.Clause]);
        }

        if (since is null && member.WillingFromElsewhereOn is not null && book.Corps?.Membership.Withdrawable is { Value: false } bound)
        {
            return new Refusal("willingness-bound", "本机构的规则不许撤回跨区承办意愿。", [bound.Clause]);
        }

        var before = member.WillingFromElsewhereOn;
        member.WillingFromElsewhereOn = since;
        db.Note(officer.OfficeId, clock.UtcNow, Act.WillingnessRecorded, member.Id, officer.Id, evidence, new { before, since });
        await db.SaveChangesAsync(ct);
        return member;
    }
}
