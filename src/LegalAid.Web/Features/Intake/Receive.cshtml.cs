using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>接收: the centre takes over what a station sent in.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ReceiveModel(AidDb db, ReceiveForwarded receive) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public AidCase Case { get; private set; } = null!;

    public bool IsWaiting => Case.Status == CaseStatus.Forwarded;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, ct) is not { } found)
        {
            return false;
        }

        Case = found;
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await this.AnswerAsync(await receive.RunAsync(Id, ct), aidCase => this.Done($"已接收，案件编号 {aidCase.Number}，七日内审查决定。", Redirect($"/cases/{Id}")), ct);
}
