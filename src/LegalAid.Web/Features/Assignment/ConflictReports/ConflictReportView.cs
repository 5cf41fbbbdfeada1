using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.ConflictReports;

/// <summary>A reported interest with what its pages say about it.</summary>
public sealed record ConflictReportView(
    Guid Id, Guid AssignmentId, string Handler, string Reason, DateTime ReportedAtUtc, ConflictReportStatus Status, DateTime? DecidedAtUtc, string? DecidedBy, string? DecisionReason)
{
    public string StatusText => Status switch
    {
        ConflictReportStatus.Waiting => "待中心决定",
        ConflictReportStatus.Upheld => "存在利害关系，另行指派",
        ConflictReportStatus.Dismissed => "不影响承办",
        var other => throw new InvalidOperationException($"Unknown status {other}."),
    };

    public Tone Tone => Status switch
    {
        ConflictReportStatus.Waiting => Tone.Attention,
        ConflictReportStatus.Dismissed => Tone.Good,
        _ => Tone.Ended,
    };

    /// <summary>The newest first.</summary>
    public static Task<List<ConflictReportView>> OfAsync(AidDb db, Guid assignmentId, CancellationToken ct) => (
        from r in db.ConflictReports.AsNoTracking()
        where r.AssignmentId == assignmentId
        orderby r.ReportedAtUtc descending, r.Id
        select new ConflictReportView(
            r.Id, r.AssignmentId, db.Memberships.Where(m => m.Id == r.MembershipId).Select(m => m.RosterName ?? m.Person.Name).First(), r.Reason, r.ReportedAtUtc, r.Status, r.DecidedAtUtc,
            db.Users.Where(u => u.Id == r.DecidedById).Select(u => u.DisplayName + AuthorityWords.Signatures(db).Where(s => s.Id == r.DecidedUnderId).Select(s => s.Text).FirstOrDefault()).FirstOrDefault(),
            r.DecisionReason)).ToListAsync(ct);
}
