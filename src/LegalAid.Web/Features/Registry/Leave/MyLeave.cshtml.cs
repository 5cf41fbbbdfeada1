using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>请假: a member asks for leave on a phone and sees what became of it.</summary>
[Authorize(Policy = Policies.Practitioner)]
public sealed class MyLeaveModel(AidDb db, AskForLeave ask, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    public const int PageSize = 20;

    [BindProperty]
    public LeaveForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public DateOnly Today => clock.Today;

    /// <summary>In the pool still; who has left reads what was.</summary>
    public bool MayAsk { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<LeaveRow> Rows { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var (own, today) = (officer.MembershipId, clock.Today);
        MayAsk = await db.Memberships.AnyAsync(m => m.Id == own && (m.LeftOn == null || m.LeftOn > today), ct);
        var requests = db.LeaveRequests.Where(r => r.MembershipId == own);
        Total = await requests.CountAsync(ct);
        Rows = await LeaveRow.Of(db, requests).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await ask.RunAsync(new(Form.Kind!.Value, Form.FirstDay!.Value, Form.LastDay!.Value, Form.Reason.Trim()), ct),
                _ => this.Done("请假申请已提交，待中心答复。", RedirectToPage()),
                ct)
            : await this.MalformedAsync(ct);
}
