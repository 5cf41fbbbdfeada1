using LegalAid.Rules.Common;
using LegalAid.Rules.Conduct;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>
/// Who was removed from the pool: their application is not taken before the bar is over (一律不受理, WZ-28.6), counted to the day it comes; what came before and is completed came when it first came.
/// Found by the keyed hash of the number typed, which need not be the applicant's own.
/// </summary>
public sealed class BarredApplicants(AidDb db, OfficeBooks books, OfficeClock clock, CurrentOfficer officer)
{
    /// <summary>Whether the person with this number is barred.</summary>
    public async Task<bool> IsAsync(HeldApplication held, CancellationToken ct) => await WhyAsync(held, ct) is not null;

    /// <summary>The refusal with its day and clause, for the account of a member whose own number it is; null for everybody else.</summary>
    public async Task<Refusal?> WhyOwnAsync(HeldApplication held, CancellationToken ct)
    {
        var (member, index) = (officer.MembershipId, held.Application.IdentityIndex);
        return member is not null && index is not null && await db.Memberships.AnyAsync(m => m.Id == member && m.Person.IdentityIndex == index, ct) ? await WhyAsync(held, ct) : null;
    }

    private async Task<Refusal?> WhyAsync(HeldApplication held, CancellationToken ct)
    {
        var (application, day) = (held.Application, DateOnly.FromDateTime(OfficeClock.ToLocal(held.Application.SubmittedAtUtc ?? held.NowUtc)));
        return application.IdentityIndex is { } index
            ? Removals.WhyNotComeBack(await StandingRemovals.OfAsync(db, application.OfficeId, index, ct), await RulesAsync(application.OfficeId, ct), day)
            : null;
    }

    private async Task<RemovalRules?> RulesAsync(Guid officeId, CancellationToken ct) => (await books.InForceOnAsync(officeId, clock.Today, ct)).Sanctions?.Removal;
}
