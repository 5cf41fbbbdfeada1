using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>A member takes the own request for leave back while nobody has answered it.</summary>
public sealed class WithdrawLeave(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<LeaveRequest>?> RunAsync(Guid requestId, CancellationToken ct)
    {
        var own = officer.MembershipId;
        if (await db.LeaveRequests.SingleOrDefaultAsync(r => r.Id == requestId && r.MembershipId == own, ct) is not { } request)
        {
            return null;
        }

        if (Leaves.WhyNotWithdraw(request.Status == LeaveStatus.Waiting) is { } refusal)
        {
            return refusal;
        }

        request.Status = LeaveStatus.Withdrawn;
        db.Note(request.OfficeId, clock.UtcNow, Act.LeaveWithdrawn, request.MembershipId, officer.Id, details: new { leave = request.Id });
        await db.SaveChangesAsync(ct);
        return request;
    }
}
