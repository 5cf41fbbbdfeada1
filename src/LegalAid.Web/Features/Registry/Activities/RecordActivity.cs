using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Which kind of activity, when, and which one.</summary>
public sealed record ActivityTold(ActivityKind Kind, DateOnly HeldOn, string Remark);

/// <summary>Records that a member took part in publicity or voluntary work (QJ-2.6).</summary>
public sealed class RecordActivity(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<ActivityParticipation>?> RunAsync(Guid membershipId, ActivityTold told, CancellationToken ct)
    {
        var member = await db.Memberships.Where(m => m.Id == membershipId).Select(m => new { m.OfficeId, m.JoinedOn, m.LeftOn }).SingleOrDefaultAsync(ct);
        if (member is null)
        {
            return null;
        }

        if (Participations.WhyNotRecord(told.HeldOn, member.JoinedOn, member.LeftOn, clock.Today) is { } refusal)
        {
            return refusal;
        }

        var activity = new ActivityParticipation
        {
            Id = Guid.CreateVersion7(),
            OfficeId = member.OfficeId,
            MembershipId = membershipId,
            Kind = told.Kind,
            HeldOn = told.HeldOn,
            Remark = told.Remark,
            RecordedById = officer.Id,
        };
        db.Add(activity);
        db.Note(member.OfficeId, clock.UtcNow, Act.ActivityRecorded, membershipId, officer.Id, details: new { activity = told.Kind, activityOn = told.HeldOn });
        await db.SaveChangesAsync(ct);
        return activity;
    }
}
