using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Calendar;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>
/// Plans a training (QJ-5.3, QDN-4.5a, TL-4.2a) and invites whoever it is for as the pool stands today. Where the book gives a time for making up,
/// it runs from the training's end.
/// </summary>
public sealed class PlanTraining(AidDb db, OfficeBooks books, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<TrainingEvent>> RunAsync(TrainingForm form, CancellationToken ct)
    {
        if (WhyNot(form) is { } refusal)
        {
            return refusal;
        }

        var invited = await InvitedAsync(form, ct);
        if (invited.Count == 0)
        {
            return new Refusal("nobody-invited", "没有符合参训范围的在库人员。", []);
        }

        var training = New(form);
        var due = await MakeUpDueAsync(training, ct);
        db.Add(training);
        db.AddRange(invited.Select(id => new TrainingAttendance { Id = Guid.CreateVersion7(), OfficeId = officer.OfficeId, EventId = training.Id, MembershipId = id, MakeUpDueAtUtc = due }));
        db.Note(officer.OfficeId, clock.UtcNow, Act.TrainingPlanned, training.Id, officer.Id, details: new { members = invited.Count, hourTenths = training.HourTenths });
        await db.SaveChangesAsync(ct);
        return training;
    }

    private Refusal? WhyNot(TrainingForm form) =>
        form.EndsAtUtc <= form.StartsAtUtc ? new("training-turned", "结束须晚于开始。", [])
        : form.StartsAtUtc <= clock.UtcNow ? new("training-past", "开始时间须在现在以后。已经办过的培训请按办案历史导入。", [])
        : (form.EndsAtUtc!.Value - form.StartsAtUtc!.Value).TotalHours < (double)form.Hours!.Value ? new("training-hours", "计入的学时不能多于培训的时间。", [])
        : null;

    private TrainingEvent New(TrainingForm form) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = officer.OfficeId,
        Title = form.Title.Trim(),
        Lecturer = form.Lecturer?.Trim(),
        Place = form.Place.Trim(),
        StartsAtUtc = form.StartsAtUtc!.Value,
        EndsAtUtc = form.EndsAtUtc!.Value,
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
        _ => throw new ArgumentOutOfRangeException(nameof(invited), invited, "Unknown people."),
    };

    // Counted as every other period of the book, from the office's wall clock at the end.
    private async Task<DateTime?> MakeUpDueAsync(TrainingEvent training, CancellationToken ct)
    {
        var ended = OfficeClock.ToLocal(training.EndsAtUtc);
        var book = await books.InForceOnAsync(officer.OfficeId, DateOnly.FromDateTime(ended), ct);
        return (book.Corps?.Membership.MakeUpClock ?? book.Training?.MakeUpClock) is { } rule
            ? OfficeClock.ToUtc(Deadline.Count(ended, rule, await WorkCalendars.WholeAsync(db, ct)).DueAt)
            : null;
    }
}
