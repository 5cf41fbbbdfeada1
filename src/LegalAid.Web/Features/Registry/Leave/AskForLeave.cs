using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>From which day through which, what for and why.</summary>
public sealed record LeaveOrder(LeaveKind Kind, DateOnly FirstDay, DateOnly LastDay, string Reason);

/// <summary>A member asks for leave, each for themselves. Nothing changes until the centre agrees; the own row is held meanwhile, so that two requests at once cannot overlap.</summary>
public sealed class AskForLeave(AidDb db, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<LeaveRequest>?> RunAsync(LeaveOrder order, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (officer.MembershipId is not { } own || await LeavingPool.LockAsync(db, own, ct) is not { } member || member.LeftOn <= clock.Today)
        {
            return null;
        }

        if (Leaves.WhyNotAsk(order.FirstDay, order.LastDay, await FactsAsync(member, ct), clock.Today) is { } refusal)
        {
            return refusal;
        }

        var request = new LeaveRequest
        {
            Id = Guid.CreateVersion7(),
            OfficeId = member.OfficeId,
            MembershipId = member.Id,
            Kind = order.Kind,
            FirstDay = order.FirstDay,
            LastDay = order.LastDay,
            Reason = cipher.Seal(order.Reason),
            AskedById = officer.Id,
            AskedAtUtc = clock.UtcNow,
            Status = LeaveStatus.Waiting,
        };
        db.Add(request);
        db.Note(member.OfficeId, clock.UtcNow, Act.LeaveAsked, member.Id, officer.Id, details: new { leave = request.Id, order.FirstDay, order.LastDay });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return request;
    }

    private async Task<LeaveFacts> FactsAsync(Membership member, CancellationToken ct) => new(
        await AbsenceRecords.KnownAsync(db, member.Id, ct),
        await db.LeaveRequests.Where(r => r.MembershipId == member.Id && r.Status == LeaveStatus.Waiting).OrderBy(r => r.FirstDay).Select(r => new TimeAway(AbsenceKind.Leave, r.FirstDay, r.LastDay)).ToListAsync(ct),
        new(member.JoinedOn, member.LeftOn));
}
