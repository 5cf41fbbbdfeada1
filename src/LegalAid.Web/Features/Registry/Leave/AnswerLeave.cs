using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// The centre agrees to a leave, which is then an absence like those it records itself, or refuses it with a reason. Two answers at once wait for the member's row and the second finds it
/// answered; an answer and a withdrawal at once meet the request's version.
/// </summary>
public sealed class AnswerLeave(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    /// <summary>What the absence says of itself; the member's own words stay with the request.</summary>
    private const string Reason = "本人申请，中心同意";

    public async Task<Outcome<LeaveRequest>?> RunAsync(Guid requestId, bool agrees, string? note, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var memberId = await db.LeaveRequests.Where(r => r.Id == requestId).Select(r => r.MembershipId).SingleOrDefaultAsync(ct);
        if (await LeavingPool.LockAsync(db, memberId, ct) is not { } member)
        {
            return null;
        }

        var request = await db.LeaveRequests.SingleAsync(r => r.Id == requestId, ct);
        var leave = new TimeAway(AbsenceKind.Leave, request.FirstDay, request.LastDay);
        if ((Leaves.WhyNotAnswer(request.Status == LeaveStatus.Waiting, agrees, note) ?? (agrees ? await WhyNotRecordAsync(member, leave, ct) : null)) is { } refusal)
        {
            return refusal;
        }

        request.AbsenceId = agrees ? AbsenceRecords.Add(db, member, leave, new(officer.Id, clock.UtcNow, Reason)).Id : null;
        (request.Status, request.DecidedById, request.DecidedAtUtc, request.DecisionNote) = (agrees ? LeaveStatus.Granted : LeaveStatus.Refused, officer.Id, clock.UtcNow, string.IsNullOrWhiteSpace(note) ? null : note);
        db.Note(request.OfficeId, clock.UtcNow, agrees ? Act.LeaveGranted : Act.LeaveRefused, member.Id, officer.Id, details: new { leave = request.Id });
        db.Add(PoolNotices.OfLeave(request.OfficeId, member.Id, clock.UtcNow));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return request;
    }

    // What was recorded since it was asked for.
    private async Task<Refusal?> WhyNotRecordAsync(Membership member, TimeAway leave, CancellationToken ct) =>
        Absences.WhyNotRecord(leave, await AbsenceRecords.KnownAsync(db, member.Id, ct), new(member.JoinedOn, member.LeftOn), clock.Today);
}
