using LegalAid.Rules.Common;
using LegalAid.Rules.Conduct;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Calendar;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Why somebody wants to leave, since when a condition is gone, and the signed and sealed letter.</summary>
public sealed record ExitOrder(ExitGround Ground, string Reason, DateOnly? LostOn, byte[]? Letter);

/// <summary>A member applies to leave (WZ-26.1) or reports that a condition is gone (WZ-27.1); the centre may do it for them. Nothing changes until the head agrees.</summary>
public sealed class ApplyForExit(AidDb db, OfficeBooks books, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<PoolExit>?> RunAsync(Guid membershipId, ExitOrder order, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LeavingPool.LockAsync(db, membershipId, ct) is not { } member)
        {
            return null;
        }

        var rules = (await books.InForceOnAsync(member.OfficeId, clock.Today, ct)).Sanctions?.Exit;
        var waits = await db.PoolExits.AnyAsync(e => e.MembershipId == member.Id && e.Status == ExitStatus.Waiting, ct);
        var told = new ExitApplication(order.Ground, order.LostOn, order.Letter is not null, waits, member.LeftOn, ByOneself: officer.MembershipId == member.Id);
        if ((Exits.WhyNotApply(told, rules, clock.Today) ?? PoolFileReading.WhyNot(order.Letter)) is { } refusal)
        {
            return refusal;
        }

        var exit = await RecordAsync(member, order, rules, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return exit;
    }

    private async Task<PoolExit> RecordAsync(Membership member, ExitOrder order, ExitRules? rules, CancellationToken ct)
    {
        var lost = order.Ground == ExitGround.ConditionLost ? order.LostOn : null;
        var due = lost is { } day ? Exits.ReportDue(day, rules, await WorkCalendars.FromAsync(db, day, ct)) : null;
        var exit = new PoolExit
        {
            Id = Guid.CreateVersion7(),
            OfficeId = member.OfficeId,
            MembershipId = member.Id,
            Ground = order.Ground,
            Reason = order.Reason,
            LostOn = lost,
            DueAtUtc = due is null ? null : OfficeClock.ToUtc(due.DueAt),
            AppliedById = officer.Id,
            AppliedAtUtc = clock.UtcNow,
            Status = ExitStatus.Waiting,
        };
        db.Add(exit);
        if (order.Letter is { } letter)
        {
            db.Add(PoolFileReading.Of(member, exit.Id, PoolFileKind.ExitLetter, letter, cipher));
        }

        db.Note(member.OfficeId, clock.UtcNow, Act.ExitApplied, member.Id, officer.Id, details: new { exit = exit.Id, ground = exit.Ground, since = exit.LostOn, bytes = order.Letter?.Length });
        return exit;
    }
}
