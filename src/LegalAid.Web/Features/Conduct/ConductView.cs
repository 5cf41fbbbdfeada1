using LegalAid.Rules.Assignment;
using LegalAid.Store;
using LegalAid.Store.Conduct;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Conduct;

/// <summary>A matter of conduct with what its pages say of it.</summary>
public sealed record ConductView(
    Guid Id, Guid AssignmentId, Guid CaseId, string CaseNumber, string Institution, string? Person, string Clause, DateTime OpenedAtUtc, DeclineGround? Ground, string? DeclineReason, string? RulingReason, string? Finding,
    string? Statement, DateTime? StatedAtUtc, string? Measure, string? ClosingReason, DateTime? ClosedAtUtc, string? ClosedBy)
{
    public string Name => Person is null ? Institution : $"{Person}（{Institution}）";

    public string SourceText => Ground is { } ground ? $"无正当理由拒接指派（{Declining.WordOf(ground)}）" : "擅自变更承办人";

    public bool IsClosed => ClosedAtUtc is not null;

    public string StatusText => !IsClosed ? (Statement is null ? "待处理" : "待处理，已陈述申辩") : Measure is null ? "已办结，不予处理" : "已办结，予以处理";

    public Tone Tone => !IsClosed ? Tone.Attention : Tone.Ended;

    /// <summary>Open ones first, then the latest.</summary>
    public static IQueryable<ConductView> Of(AidDb db, IQueryable<ConductMatter> matters) =>
        from m in matters.AsNoTracking()
        from d in db.Declines.Where(d => d.Id == m.DeclineId).DefaultIfEmpty()
        join c in db.Cases on m.CaseId equals c.Id
        join i in db.Institutions on m.InstitutionId equals i.Id
        orderby m.ClosedAtUtc != null, m.OpenedAtUtc descending, m.Id
        select new ConductView(
            m.Id, d == null ? m.AssignmentId!.Value : d.AssignmentId, c.Id, c.Number, i.Name, db.Memberships.Where(p => p.Id == m.MembershipId).Select(p => p.RosterName ?? p.Person.Name).FirstOrDefault(), m.Clause, m.OpenedAtUtc, d == null ? null : d.Ground, d == null ? null : d.Reason, d == null ? null : d.RulingReason, m.Finding,
            m.Statement, m.StatedAtUtc, m.Measure, m.ClosingReason, m.ClosedAtUtc, db.Users.Where(u => u.Id == m.ClosedById).Select(u => u.DisplayName).FirstOrDefault());

    /// <summary>Those that concern the officer: a person the own ones, an institution those against itself.</summary>
    public static IQueryable<ConductMatter> Own(AidDb db, CurrentOfficer officer)
    {
        var (institution, member) = (officer.InstitutionId, officer.MembershipId);
        return db.ConductMatters.Where(m => institution != null ? m.MembershipId == null && m.InstitutionId == institution : member != null && m.MembershipId == member);
    }
}
