using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>一次请假: the answer, and the way back from it: withdrawn while it waits, ended early once it was agreed to.</summary>
[Authorize(Policy = Policies.Practitioner)]
public sealed class MyLeaveRecordModel(AidDb db, WithdrawLeave withdraw, ReturnFromLeave comeBack, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public LeaveReturnForm Form { get; set; } = new();

    public LeaveRow Row { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    public bool MayWithdraw => Row.Status == LeaveStatus.Waiting;

    public bool HasBegun => Row.FirstDay <= Today;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var own = officer.MembershipId;
        if (await LeaveRow.Of(db, db.LeaveRequests.Where(r => r.Id == Id && r.MembershipId == own)).SingleOrDefaultAsync(ct) is not { } row)
        {
            return false;
        }

        Row = row;
        Form.Day ??= HasBegun ? Today : null;
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostReturnAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await comeBack.RunAsync(Id, Form.Day!.Value, ct),
                absence => this.Done(absence.VoidedAtUtc is null ? $"已登记 {Show.FullDay(Form.Day!.Value)} 返岗。" : "这次请假已取消。", RedirectToPage(new { Id })),
                ct)
            : await this.MalformedAsync(ct);

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct)
    {
        ModelState.Clear();
        return await this.AnswerAsync(await withdraw.RunAsync(Id, ct), _ => this.Done("请假申请已撤回。", RedirectToPage("MyLeave")), ct);
    }
}
