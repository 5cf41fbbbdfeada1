using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Who does it, when and why; the reason stands in the journal for good, so what a member says of the own leave is not given here.</summary>
internal sealed record AbsenceAct(Guid OfficerId, DateTime AtUtc, string? Reason = null);

/// <summary>How an absence comes into the records, is shortened and voided, whether a clerk does it by hand or a member's leave makes it so; inside the transaction of whatever does it.</summary>
internal static class AbsenceRecords
{
    /// <summary>Those that count.</summary>
    public static Task<List<TimeAway>> KnownAsync(AidDb db, Guid membershipId, CancellationToken ct) =>
        db.Absences.Where(a => a.MembershipId == membershipId && a.VoidedAtUtc == null).Select(a => new TimeAway(a.Kind, a.FirstDay, a.LastDay)).ToListAsync(ct);

    public static Absence Add(AidDb db, Membership member, TimeAway away, AbsenceAct act)
    {
        var absence = new Absence
        {
            Id = Guid.CreateVersion7(),
            OfficeId = member.OfficeId,
            MembershipId = member.Id,
            Kind = away.Kind,
            FirstDay = away.FirstDay,
            LastDay = away.LastDay,
            Reason = act.Reason ?? "",
        };
        db.Add(absence);
        db.Note(member.OfficeId, act.AtUtc, Act.AbsenceRecorded, member.Id, act.OfficerId, act.Reason, new { absence = absence.Id, away.Kind, away.FirstDay, away.LastDay });
        return absence;
    }

    public static void End(AidDb db, Absence absence, DateOnly lastDay, AbsenceAct act)
    {
        db.Note(absence.OfficeId, act.AtUtc, Act.AbsenceEnded, absence.MembershipId, act.OfficerId, act.Reason, new { absence = absence.Id, before = absence.LastDay, after = lastDay });
        absence.LastDay = lastDay;
    }

    public static void Void(AidDb db, Absence absence, AbsenceAct act)
    {
        db.Note(absence.OfficeId, act.AtUtc, Act.AbsenceVoided, absence.MembershipId, act.OfficerId, act.Reason, new { absence = absence.Id, absence.Kind, absence.FirstDay, absence.LastDay });
        (absence.VoidedAtUtc, absence.VoidedReason) = (act.AtUtc, act.Reason);
    }
}
