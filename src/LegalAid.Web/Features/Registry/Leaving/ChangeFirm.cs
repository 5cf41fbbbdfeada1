using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Where somebody practises now: at an institution, or as a public or company lawyer of an employer; and what shows it.</summary>
public sealed record FirmOrder(Guid? InstitutionId, PoolPerson? As, string? Employer, string Reason);

/// <summary>
/// Records that a member now practises at another institution (转所), or became a public or company lawyer or ceased to be one (转任): admission is checked anew there, pools and
/// balances stay, cases under way stay with the member.
/// </summary>
public sealed class ChangeFirm(AidDb db, RosterRulesReader reader, OwnHomes homes, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Membership>?> RunAsync(Guid membershipId, FirmOrder order, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LeavingPool.LockAsync(db, membershipId, ct) is not { LeftOn: null } member)
        {
            return null;
        }

        if (EntryByHand.WhyNotMove(member.Kind, order.As, order.InstitutionId is not null, order.Employer is not null) is { } incomplete)
        {
            return incomplete;
        }

        var kind = order.As is { } person ? PersonKinds.PractitionerOf(person) : PersonKinds.IsLawyer(member.Kind) ? PractitionerKind.Lawyer : member.Kind;
        if (await PlaceAsync(member, kind, order, ct) is not { } place)
        {
            return null;
        }

        var refusals = WhyNot(member, kind, place, await reader.ReadAsync(ct)).ToList();
        if (refusals.Count > 0)
        {
            return refusals;
        }

        Record(member, kind, place, order);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return member;
    }

    private async Task<Institution?> PlaceAsync(Membership member, PractitionerKind kind, FirmOrder order, CancellationToken ct) =>
        order.InstitutionId is { } id ? await db.Institutions.SingleOrDefaultAsync(i => i.Id == id, ct) : await homes.OfAsync(member.OfficeId, kind, ct);

    private void Record(Membership member, PractitionerKind kind, Institution place, FirmOrder order)
    {
        db.Note(member.OfficeId, clock.UtcNow, Act.FirmChanged, member.Id, officer.Id, order.Reason, new { kind = kind == member.Kind ? (PoolPerson?)null : PersonKinds.PersonOf(kind), before = member.InstitutionId, after = place.Id });
        (member.InstitutionId, member.Kind, member.Employer) = (place.Id, kind, order.InstitutionId is null ? order.Employer : null);
    }

    private IEnumerable<Refusal> WhyNot(Membership member, PractitionerKind kind, Institution place, RosterRules rules)
    {
        if (place.Id == member.InstitutionId && PersonKinds.HasPractice(place.Kind))
        {
            return [new("firm-same", "就是现在的机构。", [])];
        }

        if (place.ClosedOn <= clock.Today)
        {
            return [new("institution-closed", $"该机构已于{place.ClosedOn:yyyy-MM-dd}注销。", [])];
        }

        if (!rules.Reaches(place.District))
        {
            return [new("elsewhere", $"该机构登记在{place.District}，不在本区；不再符合条件的，请办理退出。", [rules.Reach.Clause])];
        }

        // Licence and years were looked at when they came; what changes is where they practise.
        var candidate = new RosterCandidate(kind, null, place.Kind, null, member.FirstLicensedOn, member.Intents) { Pools = ChangePools.HeldBy(member, clock.Today) };
        return RosterAdmission.WhyNotList(candidate, clock.Today, rules);
    }
}
