using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>What an import put into the bank.</summary>
public sealed record ImportedQuestions(int Added, int Known);

/// <summary>Brings questions in from a workbook: all of it or, with one wrong row, nothing, each wrong row named. Questions the bank has already are left as they are.</summary>
public sealed class ImportQuestions(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    private const int MostTold = 50;

    public async Task<Outcome<ImportedQuestions>> RunAsync(byte[] file, CancellationToken ct)
    {
        var read = QuestionFile.Read(file);
        if (read.Value is not { } lines)
        {
            return read.Refusals.ToList();
        }

        var faults = lines.Where(line => line.Fault is not null).Take(MostTold).Select(line => new Refusal("question-row", $"第 {line.Number} 行：{line.Fault}。", [])).ToList();
        if (lines.Count == 0 || faults.Count > 0)
        {
            return faults.Count > 0 ? faults : new Refusal("no-rows", "表里没有试题。", []);
        }

        var known = (await db.ExamQuestions.Where(q => q.RetiredAtUtc == null).Select(q => q.Stem).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var added = lines.Select(line => line.Draft!).Where(draft => !known.Contains(draft.Stem)).ToList();
        db.AddRange(added.Select(draft => new ExamQuestion { Id = Guid.CreateVersion7(), OfficeId = officer.OfficeId, Kind = draft.Kind, Stem = draft.Stem, Options = draft.Shown, Key = draft.Key, ChangedAtUtc = clock.UtcNow }));
        db.Note(officer.OfficeId, clock.UtcNow, Act.QuestionsImported, officer.OfficeId, officer.Id, details: new { questions = added.Count, unchanged = lines.Count - added.Count });
        await db.SaveChangesAsync(ct);
        return new ImportedQuestions(added.Count, lines.Count - added.Count);
    }
}
