using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Documents;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Security;
using LegalAid.Web.Parts.Documents;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>
/// The papers of an assignment: 《指派通知书》 to the institution (BB-6.3) and the reply letter to the authority (LAW-36). Composed once, in the transaction
/// that gives the number, and read from there ever after.
/// </summary>
public sealed class AssignmentPapers(AidDb db, OfficeBooks books, RuleBooks ruleBooks, FieldCipher cipher)
{
    private readonly PaperTexts texts = new(db, books, ruleBooks, cipher);

    /// <param name="assignment">With its notice number, not yet saved.</param>
    /// <param name="handlerIds">Those just named, in the order of the notice.</param>
    /// <param name="ct">Gives up.</param>
    public async Task IssueNoticeAsync(CaseAssignment assignment, IReadOnlyList<Guid> handlerIds, CancellationToken ct) =>
        Keep(assignment, DocumentKind.AssignmentNotice, assignment.NamedAtUtc!.Value, await texts.NoticeAsync(assignment, handlerIds, ct));

    /// <param name="assignment">With its reply number, not yet saved.</param>
    /// <param name="ct">Gives up.</param>
    public async Task IssueReplyAsync(CaseAssignment assignment, CancellationToken ct) =>
        Keep(assignment, DocumentKind.Reply, assignment.RepliedAtUtc!.Value, await texts.ReplyAsync(assignment, ct));

    /// <summary>Keeps the centre's 请示 to the bureau (BB-5.3) as it went out.</summary>
    /// <param name="assignment">With its report number, not yet saved.</param>
    /// <param name="report">Composed in the same transaction.</param>
    public void IssueReport(CaseAssignment assignment, Paper report) => Keep(assignment, DocumentKind.BureauReport, assignment.ReportedAtUtc!.Value, report);

    public Task<Paper?> ReportAsync(Guid assignmentId, CancellationToken ct) => FindAsync(assignmentId, DocumentKind.BureauReport, ct);

    public Task<Paper?> NoticeAsync(Guid assignmentId, CancellationToken ct) => FindAsync(assignmentId, DocumentKind.AssignmentNotice, ct);

    public Task<Paper?> ReplyAsync(Guid assignmentId, CancellationToken ct) => FindAsync(assignmentId, DocumentKind.Reply, ct);

    private void Keep(CaseAssignment assignment, DocumentKind kind, DateTime issuedAtUtc, Paper paper) => db.Add(new IssuedPaper
    {
        Id = Guid.CreateVersion7(),
        OfficeId = assignment.OfficeId,
        AssignmentId = assignment.Id,
        Kind = kind,
        Number = paper.Number,
        IssuedAtUtc = issuedAtUtc,
        Content = cipher.Seal(CanonicalJson.Write(paper)),
    });

    private async Task<Paper?> FindAsync(Guid assignmentId, DocumentKind kind, CancellationToken ct)
    {
        var content = await db.IssuedPapers.AsNoTracking().Where(p => p.AssignmentId == assignmentId && p.Kind == kind).Select(p => p.Content).SingleOrDefaultAsync(ct);
        return content is null ? null : CanonicalJson.Read<Paper>(cipher.Open(content));
    }
}
