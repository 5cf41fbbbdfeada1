using LegalAid.Rules.Assignment;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Declines;

/// <summary>A declining with what its pages say about it.</summary>
public sealed record DeclineView(
    Guid AssignmentId,
    Guid CaseId,
    string CaseNumber,
    string Cause,
    string Institution,
    string? Person,
    DeclineGround Ground,
    string Reason,
    DateTime DeclinedAtUtc,
    DeclineStatus Status,
    DateTime? RuledAtUtc,
    string? RuledBy,
    string? RulingReason,
    bool ConductMatter,
    EvidenceType? Evidence,
    int? EvidenceBytes)
{
    public string Name => Person is null ? Institution : $"{Person}（{Institution}）";

    public string GroundText => Declining.WordOf(Ground);

    public string StatusText => Status switch
    {
        DeclineStatus.Waiting => "待裁定",
        DeclineStatus.Justified => "理由成立",
        DeclineStatus.Unjustified => "理由不成立",
        var other => throw new InvalidOperationException($"Unknown status {other}."),
    };

    public Tone Tone => Status switch
    {
        DeclineStatus.Waiting => Tone.Attention,
        DeclineStatus.Justified => Tone.Good,
        _ => Tone.Ended,
    };

    public string? EvidenceText => Evidence is { } type ? $"{type.Extension().ToUpperInvariant()}，{Math.Max(1, (EvidenceBytes ?? 0) / 1024)} KB" : null;

    /// <summary>What waits for a ruling first, then the latest.</summary>
    public static IQueryable<DeclineView> Of(AidDb db, IQueryable<AssignmentDecline> declines) =>
        from d in declines.AsNoTracking()
        join a in db.Assignments on d.AssignmentId equals a.Id
        join c in db.Cases on a.CaseId equals c.Id
        join i in db.Institutions on a.InstitutionId equals i.Id
        from e in db.DeclineEvidence.Where(e => e.DeclineId == d.Id).DefaultIfEmpty()
        orderby d.Status == DeclineStatus.Waiting descending, d.DeclinedAtUtc descending, d.Id
        select new DeclineView(
            a.Id, c.Id, c.Number, c.Cause, i.Name, db.Memberships.Where(m => m.Id == a.MembershipId).Select(m => m.RosterName ?? m.Person.Name).FirstOrDefault(),
            d.Ground, d.Reason, d.DeclinedAtUtc, d.Status, d.RuledAtUtc, db.Users.Where(u => u.Id == d.RuledById).Select(u => u.DisplayName + AuthorityWords.Signatures(db).Where(s => s.Id == d.RuledUnderId).Select(s => s.Text).FirstOrDefault()).FirstOrDefault(), d.RulingReason, d.ConductMatter,
            e == null ? null : e.Type, e == null ? null : e.Bytes);
}
