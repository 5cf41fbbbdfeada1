using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Journal;

/// <summary>
/// The reason of a line, from the record it speaks of. Free words of decisions and recusals may name people, so they stay with their own record,
/// which can be put right; the append-only line keeps its id. Lines whose act has no record of its own carry their reason themselves.
/// </summary>
public sealed class JournalReasons(AidDb db)
{
    /// <summary>The reasons by the lines' ids; lines without one are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> ReadAsync(IReadOnlyList<JournalLine> lines, CancellationToken ct)
    {
        var pointed = lines.Where(line => line.Reason is null).Select(line => (Line: line, Id: RecordOf(line))).Where(pair => pair.Id is not null).ToList();
        var ids = pointed.Select(pair => pair.Id!.Value).Distinct().ToList();
        if (ids.Count == 0)
        {
            return lines.Where(line => line.Reason is not null).ToDictionary(line => line.Id, line => line.Reason!);
        }

        var assignments = await db.Assignments.AsNoTracking().Where(a => ids.Contains(a.Id))
            .Select(a => new { a.Id, Proposed = a.OutOfTurnReason ?? a.ProposalNote, a.DecisionNote, a.UndoneReason }).ToDictionaryAsync(a => a.Id, ct);
        var recusals = await db.Recusals.AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Reason, r.DecisionReason }).ToDictionaryAsync(r => r.Id, ct);
        var cases = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.DecisionReason, c.VoidReason }).ToDictionaryAsync(c => c.Id, ct);
        var postings = await db.CasePostings.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Reason, p.WithdrawnReason }).ToDictionaryAsync(p => p.Id, ct);
        var found = pointed.Select(pair => (pair.Line, Text: pair.Line.Act switch
        {
            Act.AssignmentProposed => assignments.GetValueOrDefault(pair.Id!.Value)?.Proposed,
            Act.AssignmentApproved or Act.AssignmentRejected => assignments.GetValueOrDefault(pair.Id!.Value)?.DecisionNote,
            Act.AssignmentWithdrawn or Act.AssignmentRevoked => assignments.GetValueOrDefault(pair.Id!.Value)?.UndoneReason,
            Act.RecusalDeclared or Act.RecusalReported => recusals.GetValueOrDefault(pair.Id!.Value)?.Reason,
            Act.RecusalGranted or Act.RecusalRejected or Act.RecusalTakenBack => recusals.GetValueOrDefault(pair.Id!.Value)?.DecisionReason,
            Act.AidGranted or Act.AidRefused => cases.GetValueOrDefault(pair.Id!.Value)?.DecisionReason,
            Act.PostingChosen => postings.GetValueOrDefault(pair.Id!.Value)?.Reason,
            Act.PostingWithdrawn => postings.GetValueOrDefault(pair.Id!.Value)?.WithdrawnReason,
            Act.CaseVoided => cases.GetValueOrDefault(pair.Id!.Value)?.VoidReason,
            _ => null,
        }));
        return found.Where(pair => pair.Text is not null).Select(pair => (pair.Line.Id, Text: pair.Text!))
            .Concat(lines.Where(line => line.Reason is not null).Select(line => (line.Id, Text: line.Reason!)))
            .ToDictionary(pair => pair.Id, pair => pair.Text);
    }

    private static Guid? RecordOf(JournalLine line) => line.Act switch
    {
        Act.AssignmentProposed or Act.AssignmentApproved or Act.AssignmentRejected or Act.AssignmentWithdrawn or Act.AssignmentRevoked => IdIn(line, "assignment"),
        Act.RecusalDeclared or Act.RecusalReported or Act.RecusalGranted or Act.RecusalRejected or Act.RecusalTakenBack => IdIn(line, "request"),
        Act.PostingChosen or Act.PostingWithdrawn => IdIn(line, "posting"),
        Act.AidGranted or Act.AidRefused or Act.CaseVoided => line.SubjectId,
        _ => null,
    };

    private static Guid? IdIn(JournalLine line, string name)
    {
        using var details = JsonDocument.Parse(line.Details ?? "{}");
        return details.RootElement.TryGetProperty(name, out var value) && value.TryGetGuid(out var id) ? id : null;
    }
}
