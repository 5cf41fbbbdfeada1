using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Conduct;
using LegalAid.Store.Journal;
using LegalAid.Web.Features.Registry.GoingLive;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>A line of a member's ledger.</summary>
public sealed record LedgerLine(DateOnly Day, string Kind, string What, string? Who);

/// <summary>Gathers what happened to a member (台账, QJ-5.4a) from the records themselves and the journal, which nobody changes.</summary>
public sealed class LedgerReader(AidDb db, OfficeClock clock)
{
    public async Task<List<LedgerLine>> ReadAsync(Guid memberId, CancellationToken ct)
    {
        List<LedgerLine> lines = [.. await StandingsAsync(memberId, ct), .. await AbsencesAsync(memberId, ct), .. await CasesAsync(memberId, ct), .. await WorkAsync(memberId, ct), .. await BroughtAsync(memberId, ct), .. await TrainingsAsync(memberId, ct), .. await ConductAsync(memberId, ct), .. await ActsAsync(await MergedRecords.IdsOfAsync(db, memberId, ct), ct)];
        return [.. lines.OrderByDescending(line => line.Day).ThenBy(line => line.Kind, StringComparer.Ordinal).ThenBy(line => line.What, StringComparer.Ordinal)];
    }

    private async Task<IEnumerable<LedgerLine>> StandingsAsync(Guid id, CancellationToken ct)
    {
        var member = await db.Memberships.AsNoTracking().Where(m => m.Id == id).Select(m => new { m.JoinedOn, m.LeftOn }).SingleAsync(ct);
        var standings = await db.PoolStandings.AsNoTracking().Where(s => s.MembershipId == id).ToListAsync(ct);
        return standings.SelectMany(s => new[] { (Day: (DateOnly?)s.EnteredOn, What: $"进入{LeavingWords.Of(s.Pool)}"), (Day: s.LeftOn, What: $"离开{LeavingWords.Of(s.Pool)}") })
            .Append((Day: member.JoinedOn, What: "入库")).Append((Day: member.LeftOn, What: "离开资源库"))
            .Where(line => line.Day is not null).Select(line => new LedgerLine(line.Day!.Value, "身份", line.What, null));
    }

    private async Task<IEnumerable<LedgerLine>> AbsencesAsync(Guid id, CancellationToken ct) =>
        (await db.Absences.AsNoTracking().Where(a => a.MembershipId == id).ToListAsync(ct)).Select(a => new LedgerLine(
            a.FirstDay, Absences.NameOf(a.Kind), $"{(a.LastDay is { } last ? $"至 {Show.FullDay(last)}" : "另行结束")}{(a.VoidedAtUtc is null ? "" : "（登记有误，已撤销）")}", null));

    private async Task<IEnumerable<LedgerLine>> CasesAsync(Guid id, CancellationToken ct)
    {
        var own = await (
            from handler in db.CaseHandlers.AsNoTracking()
            join assignment in db.Assignments on handler.AssignmentId equals assignment.Id
            join aidCase in db.Cases on assignment.CaseId equals aidCase.Id
            where handler.MembershipId == id
            select new { aidCase.Number, assignment.Status, At = assignment.NamedAtUtc ?? assignment.ProposedAtUtc }).ToListAsync(ct);
        var prior = await db.PriorMatters.AsNoTracking().Where(m => m.MembershipId == id).Select(m => new { m.CaseNumber, m.AssignedOn, m.ClosedOn, m.HandlerChanges }).ToListAsync(ct);
        return own.Select(c => new LedgerLine(Day(c.At), "案件", $"承办 {c.Number}{(AssignmentStatuses.Undone.Contains(c.Status) ? "（已撤回或者撤销）" : "")}", null))
            .Concat(prior.Select(m => new LedgerLine(m.AssignedOn, "案件", $"承办 {m.CaseNumber}（启用前{(m.ClosedOn is { } closed ? $"，{Show.FullDay(closed)} 结案" : "")}{(m.HandlerChanges > 0 ? $"，已更换 {m.HandlerChanges} 次" : "")}）", null)));
    }

    private async Task<IEnumerable<LedgerLine>> WorkAsync(Guid id, CancellationToken ct)
    {
        var grades = await db.QualityGrades.AsNoTracking().Where(g => g.MembershipId == id).ToListAsync(ct);
        var exams = await db.ExamResults.AsNoTracking().Where(e => e.MembershipId == id).ToListAsync(ct);
        var activities = await db.Participations.AsNoTracking().Where(a => a.MembershipId == id && a.VoidedAtUtc == null).ToListAsync(ct);
        return activities.Select(a => new LedgerLine(a.HeldOn, "活动", $"{VettingWords.Of(a.Kind)}：{a.Remark}", null)).Concat(grades.Select(g => new LedgerLine(g.EffectiveOn, "质量", $"{g.CaseNumber} {Words.Of(Words.Grades, g.Grade)}，{g.AssessedBy}", null)))
            .Concat(exams.Select(e => new LedgerLine(e.ExaminedOn, "考试", $"{e.Score} 分", null)));
    }

    private async Task<IEnumerable<LedgerLine>> BroughtAsync(Guid id, CancellationToken ct)
    {
        var figures = await db.BroughtForwards.AsNoTracking().Where(f => f.MembershipId == id)
            .Select(f => new { f.AsOf, f.Kind, f.Amount, IsReplaced = db.BroughtForwards.Any(later => later.ReplacesId == f.Id), Who = db.Users.Where(u => u.Id == f.RecordedById).Select(u => u.DisplayName).FirstOrDefault() }).ToListAsync(ct);
        var sanctions = await PersonFiguresViewComponent.SanctionsOf(db, id).Select(r => new { r.EffectiveOn, r.Kind, r.RecordSource }).ToListAsync(ct);
        return figures.Select(f => new LedgerLine(f.AsOf, "期初", $"{BroughtForwardFigures.NameOf(f.Kind)} {BroughtForwardFigures.Shown(f.Kind, f.Amount)}{(f.IsReplaced ? "（已替代）" : "")}", f.Who))
            .Concat(sanctions.Select(r => new LedgerLine(r.EffectiveOn, "处分", $"{Words.Of(Words.Sanctions, r.Kind)}，{r.RecordSource}", null)));
    }

    // Every training there was, come to or not: who missed one and made up late is told like who came.
    private async Task<IEnumerable<LedgerLine>> TrainingsAsync(Guid id, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var invited = await db.TrainingAttendances.AsNoTracking().Include(a => a.Event).Where(a => a.MembershipId == id && a.Event.CancelledAtUtc == null && a.Event.EndsAtUtc <= now).ToListAsync(ct);
        return invited.Select(a => new LedgerLine(Day(a.Event.StartsAtUtc), "培训", $"{a.Event.Title}：{AttendanceWords.Of(Attending.StateOf(a.FactsOf(a.Event), now)).Word}", null));
    }

    // 违规 (QJ-5.4a): journalled under the matter, not under the member, so read from the matter itself.
    private async Task<IEnumerable<LedgerLine>> ConductAsync(Guid id, CancellationToken ct)
    {
        var matters = await db.ConductMatters.AsNoTracking().Where(m => m.MembershipId == id).Select(m => new
        {
            m.Source,
            m.OpenedAtUtc,
            m.ClosedAtUtc,
            m.Measure,
            CaseNumber = db.Cases.Where(c => c.Id == m.CaseId).Select(c => c.Number).FirstOrDefault(),
            Who = db.Users.Where(u => u.Id == m.ClosedById).Select(u => u.DisplayName).FirstOrDefault(),
        }).ToListAsync(ct);
        return matters.SelectMany(m => new[]
        {
            new LedgerLine(Day(m.OpenedAtUtc), "违规", $"{m.CaseNumber} {(m.Source == ConductSource.UnjustifiedDecline ? "无正当理由拒接指派" : "擅自变更承办人")}，立案处理", null),
            m.ClosedAtUtc is { } closed ? new LedgerLine(Day(closed), "违规", $"{m.CaseNumber} 办结：{m.Measure ?? "不予处理"}", m.Who) : null,
        }).OfType<LedgerLine>();
    }

    // Reasons stay with their records: the journal's are no part of a list that is taken away.
    private async Task<IEnumerable<LedgerLine>> ActsAsync(List<Guid> ids, CancellationToken ct)
    {
        var lines = await db.Journal.AsNoTracking().Where(line => ids.Contains(line.SubjectId) && line.Act != Act.PersonalDataRevealed)
            .Select(line => new { line.AtUtc, line.Act, Who = db.Users.Where(u => u.Id == line.OfficerId).Select(u => u.DisplayName).FirstOrDefault() }).ToListAsync(ct);
        return lines.Select(line => new LedgerLine(Day(line.AtUtc), "办理", JournalWords.Of(line.Act), line.Who));
    }

    private static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(OfficeClock.ToLocal(utc));
}
