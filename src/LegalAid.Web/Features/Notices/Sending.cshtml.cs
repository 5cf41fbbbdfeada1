using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Notices;

/// <summary>One sending: how it went, and sending again what was given up.</summary>
[Authorize(Policy = Policies.Accounts)]
public sealed class SendingModel(AidDb db, SendAgain again, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public SendAgainForm Form { get; set; } = new();

    public SendingRow Row { get; private set; } = null!;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await SendingRow.Of(db, db.NoticeSendings.AsNoTracking().Where(s => s.Id == Id && s.OfficeId == officer.OfficeId)).SingleOrDefaultAsync(ct) is not { } found)
        {
            return false;
        }

        Row = found;
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await again.RunAsync(Id, Form.Reason.Trim(), ct),
                _ => this.Done("已重新列入发送。", RedirectToPage("Sendings")),
                ct)
            : await this.MalformedAsync(ct);
}

/// <summary>Why it is sent again.</summary>
public sealed class SendAgainForm
{
    [Required, Display(Name = "原因"), StringLength(200)]
    public string Reason { get; set; } = "";
}
