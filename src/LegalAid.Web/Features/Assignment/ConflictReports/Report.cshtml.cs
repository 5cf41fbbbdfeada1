using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.ConflictReports;

/// <summary>报告利害关系: a handler or the institution reports what was found while handling the case, and reads here what was decided (CF-16).</summary>
[Authorize(Policy = Policies.Receivers)]
public sealed class ReportModel(AidDb db, ReportConflict report, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ConflictReportForm Form { get; set; } = new();

    public AssignmentRow Row { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Handlers { get; private set; } = [];

    public IReadOnlyList<ConflictReportView> Reports { get; private set; } = [];

    public bool Stands => !AssignmentStatuses.Undone.Contains(Row.Status);

    public bool CanReport => Stands && !Reports.Any(r => r.Status == ConflictReportStatus.Waiting);

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await HandledHere.Of(db, officer).AsNoTracking().Where(a => a.Id == Id)
            .Select(a => new { a.Id, Handlers = a.Handlers.Select(h => new { h.MembershipId, Name = h.Membership.RosterName ?? h.Membership.Person.Name }).ToList() }).SingleOrDefaultAsync(ct) is not { } found)
        {
            return false;
        }

        Row = await AssignmentRow.Of(db, Id).SingleAsync(ct);
        Handlers = [.. found.Handlers.Where(h => officer.MembershipId is null || h.MembershipId == officer.MembershipId).OrderBy(h => h.MembershipId).Select(h => new SelectListItem(h.Name, h.MembershipId.ToString()))];
        Reports = await ConflictReportView.OfAsync(db, Id, ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await report.RunAsync(Id, Form.HandlerId!.Value, Form.Reason.Trim(), ct), _ => this.Done("已报告，待中心决定。决定以前不要再实施承办行为。", RedirectToPage(new { Id })), ct)
            : await this.MalformedAsync(ct);
}

/// <summary>Who has which interest.</summary>
public sealed class ConflictReportForm
{
    [Required, Display(Name = "有利害关系的承办人")]
    public Guid? HandlerId { get; set; }

    [Required, Display(Name = "利害关系的情况"), StringLength(500)]
    public string Reason { get; set; } = "";
}
