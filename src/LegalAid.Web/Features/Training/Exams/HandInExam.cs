using LegalAid.Rules.Common;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>
/// Takes a paper in, scores it at once and writes the result that opens cases and duty (WZ-10.2). Once: a second sending meets the paper's version.
/// A paper that comes after its time counts as not handed in.
/// </summary>
public sealed class HandInExam(AidDb db, OwnExams own, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<ExamSitting>?> RunAsync(Guid sittingId, IReadOnlyList<string> answers, CancellationToken ct)
    {
        if (await own.Sittings().SingleOrDefaultAsync(s => s.Id == sittingId, ct) is not { } sitting)
        {
            return null;
        }

        if (sitting.HandedInAtUtc is not null)
        {
            return new Refusal("handed-in", "这份试卷已经交过。", ["WZ-10.2"]);
        }

        if (ExamTaking.IsOver(sitting.DueAtUtc, clock.UtcNow))
        {
            return new Refusal("paper-late", "答题时间已过，这份试卷按没有交卷处理。", ["WZ-10.2"]);
        }

        var paper = CanonicalJson.Read<List<PaperQuestion>>(sitting.Paper);
        var given = answers.Take(paper.Count).Select(ExamPaper.Letters).ToList();
        var score = ExamPaper.Score(paper, given);
        (sitting.Given, sitting.HandedInAtUtc, sitting.Score) = (CanonicalJson.Write(given), clock.UtcNow, score.Score);
        sitting.Passed = score.Score >= await own.PassMarkAsync(sitting.StartedAtUtc, ct);
        db.Add(await ResultAsync(sitting, ct));
        db.Note(sitting.OfficeId, clock.UtcNow, Act.ExamHandedIn, sitting.MembershipId, officer.Id, details: new { exam = sitting.ExamId, score = score.Score, passed = sitting.Passed });
        await db.SaveChangesAsync(ct);
        return sitting;
    }

    private async Task<ExamResult> ResultAsync(ExamSitting sitting, CancellationToken ct) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = sitting.OfficeId,
        MembershipId = sitting.MembershipId,
        TrainedOn = await own.InductionAsync(ct),
        ExaminedOn = DateOnly.FromDateTime(OfficeClock.ToLocal(sitting.StartedAtUtc)),
        Score = sitting.Score!.Value,
        SittingId = sitting.Id,
    };
}
