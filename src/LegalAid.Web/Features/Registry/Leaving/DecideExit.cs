using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// The head agrees to somebody's leaving from a day on (WZ-29.1b), or does not; where the book asks for no consent, the centre registers it. From that day nothing is given any more; cases
/// given before go on until they are done (WZ-26.2), or, where the book does not let them, are with somebody else before.
/// </summary>
public sealed class DecideExit(AidDb db, RunningMatters running, OfficeBooks books, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<PoolExit>?> RunAsync(Guid exitId, bool agrees, DateOnly? day, string? note, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var exit = await db.PoolExits.SingleOrDefaultAsync(e => e.Id == exitId, ct);
        if (exit is null || await LeavingPool.LockAsync(db, exit.MembershipId, ct) is not { } member)
        {
            return null;
        }

        var leaves = day ?? clock.Today;
        if ((await WhyNotDecideAsync(exit, agrees, ct) ?? (agrees ? await WhyNotLeaveAsync(member, leaves, ct) : null)) is { } refusal)
        {
            return refusal;
        }

        (exit.Status, exit.DecidedById, exit.DecidedAtUtc, exit.DecisionNote) = (agrees ? ExitStatus.Granted : ExitStatus.Refused, officer.Id, clock.UtcNow, note);
        db.Note(exit.OfficeId, clock.UtcNow, agrees ? Act.ExitGranted : Act.ExitRefused, member.Id, officer.Id, details: new { exit = exit.Id });
        if (agrees)
        {
            exit.LeftOn = leaves;
            await LeavingPool.EndAsync(db, member, new(leaves, Exits.NameOf(exit.Ground), officer.Id, clock.UtcNow), ct);
        }

        db.TellOfStanding(NoticeKind.ExitDecided, member, clock.UtcNow);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return exit;
    }

    private async Task<Refusal?> WhyNotDecideAsync(PoolExit exit, bool agrees, CancellationToken ct)
    {
        var under = await running.OfMemberAsync(exit.MembershipId, ct);
        var decision = new ExitDecision(exit.Status == ExitStatus.Waiting, exit.AppliedById == officer.Id, officer.Role == Roles.Director, agrees, under.Count);
        return Exits.WhyNotDecide(decision, (await books.InForceOnAsync(exit.OfficeId, clock.Today, ct)).Sanctions?.Exit);
    }

    private async Task<Refusal?> WhyNotLeaveAsync(Membership member, DateOnly day, CancellationToken ct) =>
        Departures.WhyNotLeave(new(member.JoinedOn, member.LeftOn, await DepartureFacts.LastGivenToMemberAsync(db, member.Id, ct)), day, clock.Today);
}
