using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>
/// Who was removed from the pool, or left it where the book bars those as well: their application is not taken before the bar is over (一律不受理, WZ-28.6), counted to the day it comes; what came before and is completed came when it first came.
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
        if (application.IdentityIndex is not { } index)
        {
            return null;
        }

        var rules = (await books.InForceOnAsync(application.OfficeId, clock.Today, ct)).Sanctions;
        return Removals.WhyNotComeBack(await StandingRemovals.OfAsync(db, application.OfficeId, index, ct), rules?.Removal, day) ?? Exits.WhyNotComeBack(await ExitedOnAsync(application.OfficeId, index, ct), rules, day);
    }

    private Task<DateOnly?> ExitedOnAsync(Guid officeId, byte[] identityIndex, CancellationToken ct) => db.PoolExits
        .Where(e => e.OfficeId == officeId && e.Status == ExitStatus.Granted && e.Ground == ExitGround.OwnWill && db.Memberships.Any(m => m.Id == e.MembershipId && m.Person.IdentityIndex == identityIndex))
        .MaxAsync(e => e.LeftOn, ct);
}
