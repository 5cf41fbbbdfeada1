using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>What the case page says of its posting; to the own centre only, and where the office's book knows postings.</summary>
public sealed class CasePostingViewComponent(AidDb db, PostingDesk desk, OfficeClock clock, CurrentOfficer officer) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid caseId)
    {
        var ct = HttpContext.RequestAborted;
        if (officer.Role is not (Roles.Clerk or Roles.Director)
            || await db.Cases.Where(c => c.Id == caseId && c.OfficeId == officer.OfficeId).Select(c => (CaseStatus?)c.Status).SingleOrDefaultAsync(ct) is not { } status
            || await desk.RulesAsync(officer.OfficeId, ct) is not { Posting.Allowed.Value: true })
        {
            return Content(string.Empty);
        }

        var posting = await desk.StandingAsync(caseId, ct);
        return posting is null && status != CaseStatus.AwaitingAssignment
            ? Content(string.Empty)
            : View("/Features/Corps/_CasePosting.cshtml", new CasePostingView(caseId, posting, posting is not null && clock.UtcNow >= posting.ClosesAtUtc));
    }
}

/// <summary>The posting of a case, none before it is posted.</summary>
public sealed record CasePostingView(Guid CaseId, CasePosting? Posting, bool IsClosed)
{
    public int Bids => Posting?.Bids.Count(b => b.WithdrawnAtUtc is null) ?? 0;

    public string Word => (Posting?.Status, IsClosed) switch
    {
        (null, _) => "未发布",
        (PostingStatus.Chosen, _) => "已在报名人中择优",
        (_, true) => Bids == 0 ? "没有人报名，照常派案" : $"{Bids} 人报名，待择优",
        _ => $"报名中，{Bids} 人报名",
    };
}
