using LegalAid.Rules.Common;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>作答: a practitioner opens a paper, hands it in and reads what came of it; the keys show when the exam is over for all.</summary>
[Authorize(Policy = Policies.Practitioner)]
public sealed class SitModel(AidDb db, OwnExams own, StartExam start, HandInExam handIn, OfficeClock clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public Exam Exam { get; private set; } = null!;

    /// <summary>The paper being sat; null when none is.</summary>
    public ExamSitting? Open { get; private set; }

    public IReadOnlyList<PaperQuestion> Paper { get; private set; } = [];

    /// <summary>The last one sat in this exam.</summary>
    public ExamSitting? Last { get; private set; }

    public IReadOnlyList<Refusal> WhyNot { get; private set; } = [];

    /// <summary>The last paper with its keys; empty until the exam is over for all.</summary>
    public IReadOnlyList<(PaperQuestion Question, string Given)> Answered { get; private set; } = [];

    public DateTime NowUtc => clock.UtcNow;

    public int SecondsLeft => Open is { } open ? Math.Max(0, (int)(open.DueAtUtc - clock.UtcNow).TotalSeconds) : 0;

    public int MinutesLeft => (SecondsLeft + 59) / 60;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Exams.AsNoTracking().SingleOrDefaultAsync(e => e.Id == Id, ct) is not { } exam)
        {
            return false;
        }

        Exam = exam;
        Last = await own.Sittings().AsNoTracking().Where(s => s.ExamId == Id).OrderByDescending(s => s.Number).FirstOrDefaultAsync(ct);
        if (Last is { HandedInAtUtc: null } running && running.DueAtUtc > clock.UtcNow)
        {
            (Open, Paper) = (running, CanonicalJson.Read<List<PaperQuestion>>(running.Paper));
            return true;
        }

        WhyNot = await own.WhyNotSitAsync(exam, ct);
        Answered = Last?.Given is { } given && ExamTaking.IsOver(exam.ClosesAtUtc, clock.UtcNow)
            ? [.. CanonicalJson.Read<List<PaperQuestion>>(Last.Paper).Zip(CanonicalJson.Read<List<string>>(given))]
            : [];
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostStartAsync(CancellationToken ct) =>
        await this.AnswerAsync(await start.RunAsync(Id, ct), _ => RedirectToPage(new { Id }), ct);

    public async Task<IActionResult> OnPostAsync([FromForm] Guid sittingId, CancellationToken ct) =>
        await this.AnswerAsync(
            await handIn.RunAsync(sittingId, [.. Enumerable.Range(0, ExamForm.MostQuestions).Select(place => Request.Form[$"A{place}"].ToString())], ct),
            sitting => this.Done($"已交卷，{sitting.Score} 分，{(sitting.Passed == true ? "合格" : "不合格")}。", RedirectToPage(new { Id })),
            ct);
}
