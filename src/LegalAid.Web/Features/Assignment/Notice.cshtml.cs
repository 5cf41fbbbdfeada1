using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>《指派通知书》(BB-6.3) as print view and Word file, for the office, the assigned institution and the handler.</summary>
public sealed class NoticeModel(AidDb db, AssignmentPapers papers, CurrentOfficer officer) : PageModel
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    [FromRoute]
    public Guid Id { get; set; }

    public Paper Paper { get; private set; } = null!;

    public Guid CaseId { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetWordAsync(CancellationToken ct) =>
        await LoadAsync(ct) ? File(Paper.ToWord(), WordType, $"指派通知书-{Paper.Number}.docx") : NotFound();

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var caseId = await Mine(db.Assignments.Where(a => a.Id == Id)).Select(a => (Guid?)a.CaseId).SingleOrDefaultAsync(ct);
        if (caseId is null || await papers.NoticeAsync(Id, ct) is not { } paper)
        {
            return false;
        }

        (Paper, CaseId) = (paper, caseId.Value);
        return true;
    }

    private IQueryable<CaseAssignment> Mine(IQueryable<CaseAssignment> assignments) =>
        officer.SeesWholeOffice ? assignments
        : officer.InstitutionId is { } institution ? assignments.Where(a => a.InstitutionId == institution)
        : assignments.Where(a => a.Handlers.Any(h => h.MembershipId == officer.MembershipId));
}
