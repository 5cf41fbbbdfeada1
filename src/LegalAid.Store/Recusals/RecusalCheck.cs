using LegalAid.Rules.Common;
using LegalAid.Rules.Recusals;
using LegalAid.Store.Intake;
using LegalAid.Store.Rulebooks;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Recusals;

/// <summary>The one place that says whether an officer may act on a case (BB-8.1, CF-14).</summary>
public sealed class RecusalCheck(AidDb db, OfficeBooks books, OfficeClock clock)
{
    /// <param name="caseIds">The cases an act touches; several where it touches a letter.</param>
    /// <param name="officerId">Who would act.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Refusal?> WhyNotActAsync(IReadOnlyList<Guid> caseIds, Guid officerId, CancellationToken ct)
    {
        if (caseIds.Count == 0)
        {
            return null;
        }

        var own = await db.Recusals.AsNoTracking().Where(r => r.OfficerId == officerId && caseIds.Contains(r.CaseId)).Select(r => new { r.Status, r.PartyId }).ToListAsync(ct);
        var standing = own.Where(r => r.Status != RecusalStatus.NotRecused).Select(r => (RecusalStatus?)r.Status).Max();
        var cleared = own.Where(r => r.Status == RecusalStatus.NotRecused).Select(r => r.PartyId).OfType<Guid>().ToList();
        var officer = new OfficerOnCase(standing, await AlikeAsync(caseIds, officerId, ct), cleared);
        return ActingOnCase.WhyNot(officer, await RulesAsync(officerId, ct));
    }

    /// <summary>Looks again at the end of a transaction: locks the case, so that a declaration is either seen here or made after the act.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="officerId">Who acts.</param>
    /// <param name="proposerId">Whose proposal is agreed to.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Refusal?> WhyNotAgreeAsync(Guid caseId, Guid officerId, Guid proposerId, CancellationToken ct)
    {
        // A declaration takes the case's key share for its foreign key, which this keeps out until the act is done.
        await CaseLock.TakeAsync(db, caseId, ct);
        return await WhyNotActAsync([caseId], officerId, ct) ?? await WhyNotOfAsync(caseId, proposerId, ct);
    }

    /// <summary>The proposer stood aside since.</summary>
    public async Task<Refusal?> WhyNotOfAsync(Guid caseId, Guid proposerId, CancellationToken ct)
    {
        var standing = await db.Recusals.AsNoTracking().Where(r => r.CaseId == caseId && r.OfficerId == proposerId && r.Status != RecusalStatus.NotRecused)
            .Select(r => (RecusalStatus?)r.Status).SingleOrDefaultAsync(ct);
        return standing is null ? null : ActingOnCase.WhyNotAgree(standing, await RulesAsync(proposerId, ct));
    }

    /// <summary>What the office's book says today; the common rule where it is silent.</summary>
    public async Task<RecusalRules> RulesAsync(Guid officerId, CancellationToken ct)
    {
        var office = await db.Users.Where(u => u.Id == officerId).Select(u => u.OfficeId).SingleAsync(ct);
        return (await books.InForceOnAsync(office, clock.Today, ct)).Recusals ?? RecusalRules.Unwritten;
    }

    private async Task<IReadOnlyList<PartyLikeOfficer>> AlikeAsync(IReadOnlyList<Guid> caseIds, Guid officerId, CancellationToken ct)
    {
        var officer = await (
            from u in db.Users
            where u.Id == officerId
            select new OfficerIdentity(u.DisplayName, db.Memberships.Where(m => m.Id == u.MembershipId).Select(m => m.Person.IdentityIndex).FirstOrDefault())).SingleAsync(ct);
        var (name, number) = (TextCleaning.PersonName(officer.Name), officer.Number);
        var parties = await db.CaseParties.AsNoTracking()
            .Where(p => caseIds.Contains(p.CaseId) && !p.IsOrganisation && (p.Name == name || (number != null && p.IdentityIndex == number)))
            .OrderBy(p => p.Role).ThenBy(p => p.Order).ThenBy(p => p.Id)
            .Select(p => new PartyIdentity(p.Id, p.Name, p.IdentityIndex))
            .ToListAsync(ct);
        return [.. parties.Select(party => ActingOnCase.Compare(officer, party)).OfType<PartyLikeOfficer>()];
    }
}
