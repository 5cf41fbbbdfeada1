using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>
/// Plans a training (QJ-5.3, QDN-4.5a, TL-4.2a) and invites whoever it is for as the pool, or the corps, stands today. From when one signs in and until when it is made up
/// go by the book of its day.
/// </summary>
public sealed class PlanTraining(AidDb db, OfficeBooks books, CorpsInvitees corps, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<TrainingEvent>> RunAsync(TrainingForm form, CancellationToken ct)
    {
        if (await WhyNotAsync(form, ct) is { } refusal)
        {
            return refusal;
        }

        var rules = (await books.InForceOnAsync(officer.OfficeId, DateOnly.FromDateTime(OfficeClock.ToLocal(form.StartsAtUtc!.Value)), ct)).Attendance;
        var training = New(form, rules);
        var guests = form.Invited == InvitedPeople.Corps ? await corps.ReadAsync(null, ct) : [];
        var invited = await InvitedAsync(form, ct);
        if (invited.Count + guests.Count == 0 && form.Invited != InvitedPeople.Named)
        {
            return new Refusal("nobody-invited", form.Invited == InvitedPeople.Corps ? "服务团现在没有在名册上的成员。" : "没有符合参训范围的在库人员。", []);
        }

        var due = await MakeUpDue.OfAsync(db, rules, training, ct);
        db.Add(training);
        db.AddRange(invited.Select(id => new TrainingAttendance { Id = Guid.CreateVersion7(), OfficeId = officer.OfficeId, EventId = training.Id, MembershipId = id, MakeUpDueAtUtc = due }));
        db.AddRange(guests.Select(guest => guest.AttendanceAt(training, due)));
        db.TellOfTraining(NoticeKind.TrainingPlanned, officer.OfficeId, invited, clock.UtcNow);
        db.Note(officer.OfficeId, clock.UtcNow, Act.TrainingPlanned, training.Id, officer.Id, details: new { members = invited.Count + guests.Count, hourTenths = training.HourTenths });
        await db.SaveChangesAsync(ct);
        return training;
    }

    private async Task<Refusal?> WhyNotAsync(TrainingForm form, CancellationToken ct) =>
        form.EndsAtUtc <= form.StartsAtUtc ? new("training-turned", "结束须晚于开始。", [])
        : form.StartsAtUtc <= clock.UtcNow ? new("training-past", "开始时间须在现在以后。已经办过的培训请按办案历史导入。", [])
        : (form.EndsAtUtc!.Value - form.StartsAtUtc!.Value).TotalHours < (double)form.Hours!.Value ? new("training-hours", "计入的学时不能多于培训的时间。", [])
        : form.Invited == InvitedPeople.Corps && !await corps.IsHereAsync(ct) ? new("no-corps-here", "服务团的培训由州司法局组织，本机构不能邀请服务团全体成员。", ["QDN-4.5a"])
        : null;

    private TrainingEvent New(TrainingForm form, TrainingAttendanceRules? rules) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = officer.OfficeId,
        Title = form.Title.Trim(),
        Lecturer = form.Lecturer?.Trim(),
        LecturerUnit = form.LecturerUnit?.Trim(),
        Place = form.Place.Trim(),
        StartsAtUtc = form.StartsAtUtc!.Value,
        EndsAtUtc = form.EndsAtUtc!.Value,
        SignInFromUtc = form.StartsAtUtc!.Value.AddMinutes(-(rules?.SignInOpensMinutes.Value ?? 0)),
        HourTenths = (int)(form.Hours!.Value * 10),
        Induction = form.Induction,
        Invited = form.Invited!.Value,
        Kind = form.Kind,
        PlannedById = officer.Id,
        PlannedAtUtc = clock.UtcNow,
    };

    private async Task<List<Guid>> InvitedAsync(TrainingForm form, CancellationToken ct)
    {
        var day = DateOnly.FromDateTime(OfficeClock.ToLocal(form.StartsAtUtc!.Value));
        var (kind, office) = (form.Kind, officer.OfficeId);
        var members = db.Memberships.Where(m => m.OfficeId == office && (m.LeftOn == null || m.LeftOn > day) && (kind == null || m.Kind == kind));
        var pools = (await books.InForceOnAsync(office, clock.Today, ct)).Recruitment?.Pools;
        return await Of(form.Invited!.Value, members, pools).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(ct);
    }

    private IQueryable<Membership> Of(InvitedPeople invited, IQueryable<Membership> members, PoolRules? pools) => invited switch
    {
        InvitedPeople.Everybody => members.InThePool(pools, clock.Today),
        InvitedPeople.CasePool => members.Where(PoolStanding.In(Pools.Cases, clock.Today)),
        InvitedPeople.DutyPool => members.Where(PoolStanding.In(Pools.Duty, clock.Today)),
        InvitedPeople.WithoutInduction => members.Where(m => !m.Exams.Any(e => e.TrainedOn != null)
            && !db.TrainingAttendances.Where(Inductions.Done).Any(a => a.MembershipId == m.Id)),
        InvitedPeople.Corps or InvitedPeople.Named => members.Where(_ => false),
        _ => throw new ArgumentOutOfRangeException(nameof(invited), invited, "Unknown people."),
    };
}
