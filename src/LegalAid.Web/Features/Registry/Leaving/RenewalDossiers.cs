using LegalAid.Rules.Registry;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Registry;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>What is said of one thing in a dossier.</summary>
public sealed record DossierLine(string Label, string Text);

/// <summary>What the program's own records say of a member's work in a period (续任档案, WZ-4.2, QDN-4.1b), for the person who confirms it and for the office that decides.</summary>
public sealed record RenewalDossier(DateOnly From, DateOnly Through, IReadOnlyList<DossierLine> Lines);

/// <summary>
/// Prepares the dossier of an entry: from the round before, or the day of joining, to today. Of a corps member it looks at every roster in sight, wherever the work was done.
/// </summary>
public sealed class RenewalDossiers(AidDb db, OfficeClock clock)
{
    private const int Named = 10;

    public async Task<RenewalDossier> ReadAsync(Renewal renewal, CancellationToken ct)
    {
        var (members, joined) = await MembersAsync(renewal, ct);
        var before = await db.RenewalRounds.Where(r => r.OfficeId == renewal.OfficeId && r.Id != renewal.RoundId && r.ClosedOn != null).MaxAsync(r => (DateOnly?)r.OpenedOn, ct);
        return await ReadAsync(new Period(members, before > joined ? before.Value : joined, clock.Today), ct);
    }

    /// <summary>Of one member from a day through another, both included.</summary>
    public Task<RenewalDossier> OfMemberAsync(Guid memberId, DateOnly from, DateOnly through, CancellationToken ct) =>
        ReadAsync(new Period([memberId], from, through < clock.Today ? through : clock.Today), ct);

    private async Task<RenewalDossier> ReadAsync(Period period, CancellationToken ct) => new(
        period.From, period.Through,
        [
            await CasesAsync(period, ct), await GradesAsync(period, ct), await AbsencesAsync(period, ct), await TrainingsAsync(period, ct), await ExamsAsync(period, ct),
            await ActivitiesAsync(period, ct), await ConductAsync(period, ct), await BroughtAlongAsync(period, ct),
        ]);

    private async Task<(List<Guid> Members, DateOnly Joined)> MembersAsync(Renewal renewal, CancellationToken ct)
    {
        if (renewal.MembershipId is { } one)
        {
            return ([one], await db.Memberships.Where(m => m.Id == one).Select(m => m.JoinedOn).SingleAsync(ct));
        }

        var corps = await db.CorpsMembers.Where(c => c.Id == renewal.CorpsMemberId).Select(c => new { c.PersonId, c.JoinedOn }).SingleAsync(ct);
        return (await db.Memberships.Where(m => m.PersonId == corps.PersonId).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(ct), corps.JoinedOn);
    }

    private async Task<DossierLine> CasesAsync(Period period, CancellationToken ct)
    {
        var numbers = await (
            from handler in db.CaseHandlers.AsNoTracking()
            join assignment in db.Assignments on handler.AssignmentId equals assignment.Id
            join aidCase in db.Cases on assignment.CaseId equals aidCase.Id
            where period.Members.Contains(handler.MembershipId) && !AssignmentStatuses.Undone.Contains(assignment.Status) && assignment.ProposedAtUtc >= period.FromUtc && assignment.ProposedAtUtc < period.UntilUtc
            orderby aidCase.Number
            select aidCase.Number).ToListAsync(ct);
        return new("承办案件", numbers.Count == 0 ? "没有" : $"{numbers.Count} 件：{string.Join('、', numbers.Take(Named))}{(numbers.Count > Named ? "等" : "")}");
    }

    private async Task<DossierLine> GradesAsync(Period period, CancellationToken ct)
    {
        var grades = await EffectiveGrades.In(db).Where(g => period.Members.Contains(g.MembershipId) && g.EffectiveOn >= period.From && g.EffectiveOn <= period.Through).OrderBy(g => g.EffectiveOn).ThenBy(g => g.Id).Select(g => g.Grade).ToListAsync(ct);
        return new("质量等次", grades.Count == 0 ? "没有评估" : string.Join('、', grades.Order().GroupBy(grade => grade).Select(same => $"{Words.Of(Words.Grades, same.Key)} {same.Count()} 件")));
    }

    private async Task<DossierLine> AbsencesAsync(Period period, CancellationToken ct)
    {
        var away = await db.Absences.AsNoTracking().Where(a => period.Members.Contains(a.MembershipId) && a.VoidedAtUtc == null && a.FirstDay <= period.Through && (a.LastDay == null || a.LastDay >= period.From))
            .OrderBy(a => a.FirstDay).ThenBy(a => a.Id).ToListAsync(ct);
        return new("请假、暂停", away.Count == 0 ? "没有" : string.Join('；', away.Take(Named).Select(a => $"{Absences.NameOf(a.Kind)} {a.FirstDay:yyyy-MM-dd} 至 {(a.LastDay is { } last ? $"{last:yyyy-MM-dd}" : "另行结束")}")));
    }

    private async Task<DossierLine> TrainingsAsync(Period period, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var invited = await db.TrainingAttendances.AsNoTracking().Include(a => a.Event)
            .Where(a => (period.Members.Contains(a.MembershipId!.Value) || db.Memberships.Any(m => period.Members.Contains(m.Id) && m.PersonId == a.CorpsMember!.PersonId)) && a.Event.CancelledAtUtc == null && a.Event.StartsAtUtc >= period.FromUtc && a.Event.StartsAtUtc < period.UntilUtc && a.Event.EndsAtUtc <= now).ToListAsync(ct);
        var states = invited.ConvertAll(a => (State: Attending.StateOf(a.FactsOf(a.Event), now), a.Event.HourTenths));
        var counted = states.Where(a => Attending.Counts(a.State)).ToList();
        return new("培训", states.Count == 0 ? "没有安排"
            : $"应到 {states.Count} 次，参训或者补课 {counted.Count} 次，{AttendanceWords.Hours(counted.Sum(a => a.HourTenths))} 学时，迟到 {states.Count(a => a.State == AttendanceState.Late)} 次，未参训未补课 {states.Count(a => a.State == AttendanceState.Missed)} 次");
    }

    private async Task<DossierLine> ExamsAsync(Period period, CancellationToken ct)
    {
        var exams = await db.ExamResults.AsNoTracking().Where(e => period.Members.Contains(e.MembershipId) && e.ExaminedOn >= period.From && e.ExaminedOn <= period.Through).OrderBy(e => e.ExaminedOn).ThenBy(e => e.Id).Select(e => new { e.ExaminedOn, e.Score }).ToListAsync(ct);
        return new("考试", exams.Count == 0 ? "没有" : string.Join('；', exams.Take(Named).Select(e => $"{e.ExaminedOn:yyyy-MM-dd} {e.Score} 分")));
    }

    private async Task<DossierLine> ActivitiesAsync(Period period, CancellationToken ct)
    {
        var count = await db.Participations.CountAsync(a => period.Members.Contains(a.MembershipId) && a.VoidedAtUtc == null && a.HeldOn >= period.From && a.HeldOn <= period.Through, ct);
        return new("宣传、志愿服务", count == 0 ? "没有" : $"{count} 次");
    }

    private async Task<DossierLine> ConductAsync(Period period, CancellationToken ct)
    {
        var records = await db.OfficialRecords.AsNoTracking()
            .Where(r => r.VoidedAtUtc == null && r.EffectiveOn >= period.From && r.EffectiveOn <= period.Through && db.Memberships.Any(m => period.Members.Contains(m.Id) && m.OfficeId == r.OfficeId && m.Person.IdentityIndex == r.IdentityIndex))
            .OrderBy(r => r.EffectiveOn).ThenBy(r => r.Id).Select(r => new { r.Kind, r.EffectiveOn }).ToListAsync(ct);
        var matters = await db.ConductMatters.AsNoTracking().Where(c => c.MembershipId != null && period.Members.Contains(c.MembershipId.Value) && c.OpenedAtUtc >= period.FromUtc && c.OpenedAtUtc < period.UntilUtc).CountAsync(ct);
        List<string> said = [.. records.Take(Named).Select(r => $"{r.EffectiveOn:yyyy-MM-dd} {Words.Of(Words.Sanctions, r.Kind)}"), .. matters == 0 ? Array.Empty<string>() : [$"处理事项 {matters} 件"]];
        return new("处分、投诉和处理", said.Count == 0 ? "没有" : string.Join('；', said));
    }

    private async Task<DossierLine> BroughtAlongAsync(Period period, CancellationToken ct)
    {
        var figures = await db.BroughtForwards.AsNoTracking().Where(f => period.Members.Contains(f.MembershipId) && f.AsOf >= period.From && f.AsOf <= period.Through).Where(BroughtForward.Standing(db)).OrderBy(f => f.Kind).ThenBy(f => f.AsOf).ThenBy(f => f.Id).ToListAsync(ct);
        var prior = await db.PriorMatters.CountAsync(m => period.Members.Contains(m.MembershipId) && m.AssignedOn >= period.From && m.AssignedOn <= period.Through, ct);
        List<string> said = [.. figures.Take(Named).Select(f => $"{BroughtForwardFigures.NameOf(f.Kind)} {BroughtForwardFigures.Shown(f.Kind, f.Amount)}"), .. prior == 0 ? Array.Empty<string>() : [$"案件 {prior} 件"]];
        return new("启用前带入", said.Count == 0 ? "没有" : string.Join('；', said));
    }

    private sealed record Period(List<Guid> Members, DateOnly From, DateOnly Through)
    {
        public DateTime FromUtc => OfficeClock.ToUtc(From.ToDateTime(TimeOnly.MinValue));

        public DateTime UntilUtc => OfficeClock.ToUtc(Through.AddDays(1).ToDateTime(TimeOnly.MinValue));
    }
}
