using LegalAid.Store;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>The exams a practitioner may look at: those to come, under way, or sat; the latest first.</summary>
public sealed class MyExamsViewComponent(AidDb db, CurrentOfficer officer, OfficeClock clock) : ViewComponent
{
    private const int Shown = 10;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var (me, now) = (officer.MembershipId, clock.UtcNow);
        var rows = await db.Exams.AsNoTracking()
            .Where(e => e.ClosesAtUtc > now || db.ExamSittings.Any(s => s.ExamId == e.Id && s.MembershipId == me))
            .OrderByDescending(e => e.OpensAtUtc).ThenBy(e => e.Id).Take(Shown)
            .Select(e => new MyExamRow(e.Id, e.Title, e.OpensAtUtc, e.ClosesAtUtc, db.ExamSittings.Where(s => s.ExamId == e.Id && s.MembershipId == me).Max(s => s.Score)))
            .ToListAsync(HttpContext.RequestAborted);
        return rows.Count == 0 ? Content(string.Empty) : View("/Features/Training/Exams/_MyExams.cshtml", rows);
    }
}

/// <summary>One exam with the own best score.</summary>
public sealed record MyExamRow(Guid Id, string Title, DateTime OpensAtUtc, DateTime ClosesAtUtc, int? Score);
