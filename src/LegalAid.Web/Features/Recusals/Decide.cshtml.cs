using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Recusals;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Recusals;

/// <summary>决定回避: the centre's head, or whoever acts in the head's stead, for clerks, section and bureau above (BB-8.2–8.4).</summary>
[Authorize(Policy = Policies.Office)]
public sealed class DecideModel(AidDb db, DecideRecusal decide, AuthorityCheck authorities, CurrentOfficer officer) : PageModel, IFormPage
{
    private ActingAuthority? under;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public RecusalForm Form { get; set; } = new();

    public RecusalRow Row { get; private set; } = null!;

    public bool CanDecide => Row.Status == RecusalStatus.Waiting && MayRule;

    /// <summary>Stood aside at once by an own declaration, which may have been a mistake.</summary>
    public bool CanTakeBack => Row.ByText && MayRule;

    /// <summary>What was told in confidence is for those concerned and those who rule on it.</summary>
    public bool SeesReason => officer.Role != Roles.Clerk || under is not null || Row.OfficerId == officer.Id || Row.ReportedById == officer.Id;

    /// <summary>In whose stead this officer would decide.</summary>
    public string? Signature { get; private set; }

    private bool MayRule => Row.OfficerId != officer.Id && Row.ReportedById != officer.Id
        && RecusalDeciding.SpeaksFor(under is null ? RecusalRanks.Of(officer.Role) : OfficerRank.CentreHead, Row.Body);

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await RecusalRow.Of(db, db.Recusals.Where(r => r.Id == Id)).SingleOrDefaultAsync(ct) is not { } row)
        {
            return false;
        }

        Row = row;
        under = officer.Role == Roles.Clerk && row.Body == RecusalBody.Centre ? await authorities.FindAsync(officer.Id, ActingPower.Recusals, ct) : null;
        Signature = await AuthorityWords.OfAsync(db, under?.Id, ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await decide.RunAsync(Id, Form.Grants!.Value, Form.Reason, ct),
                _ => this.Done(Form.Grants.Value ? "已准予回避。" : "不予回避，其可以继续办理。", RedirectToPage("Index")),
                ct)
            : await this.MalformedAsync(ct);
}

/// <summary>The decision on a recusal.</summary>
public sealed class RecusalForm
{
    [Required(ErrorMessage = "请选择准予或不予回避。"), Display(Name = "决定")]
    public bool? Grants { get; set; }

    [Display(Name = "理由"), StringLength(500)]
    public string? Reason { get; set; }
}
