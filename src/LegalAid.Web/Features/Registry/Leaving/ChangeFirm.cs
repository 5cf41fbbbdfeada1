using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Records that a member now practises at another institution (转所): admission is checked anew there, pools and balances stay, cases under way stay with the member.</summary>
public sealed class ChangeFirm(AidDb db, RosterRulesReader reader, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Membership>?> RunAsync(Guid membershipId, Guid institutionId, string reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LeavingPool.LockAsync(db, membershipId, ct) is not { LeftOn: null } member || await db.Institutions.SingleOrDefaultAsync(i => i.Id == institutionId, ct) is not { } institution)
        {
            return null;
        }

        var refusals = WhyNot(member, institution, await reader.ReadAsync(ct)).ToList();
        if (refusals.Count > 0)
        {
            return refusals;
        }

        db.Note(member.OfficeId, clock.UtcNow, Act.FirmChanged, member.Id, officer.Id, reason, new { before = member.InstitutionId, after = institution.Id });
        member.InstitutionId = institution.Id;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return member;
    }

    private IEnumerable<Refusal> WhyNot(Membership member, Institution institution, RosterRules rules)
    {
        if (institution.Id == member.InstitutionId)
        {
            return [new("firm-same", "就是现在的机构。", [])];
        }

        if (institution.ClosedOn <= clock.Today)
        {
            return [new("institution-closed", $"该机构已于{institution.ClosedOn:yyyy-MM-dd}注销。", [])];
        }

        if (!rules.Reaches(institution.District))
        {
            return [new("elsewhere", $"该机构登记在{institution.District}，不在本区；不再符合条件的，请办理退出。", [rules.Reach.Clause])];
        }

        // Licence and years were looked at when they came; what changes is where they practise.
        return RosterAdmission.WhyNotList(new(member.Kind, null, institution.Kind, null, member.FirstLicensedOn, member.Intents), clock.Today, rules);
    }
}
