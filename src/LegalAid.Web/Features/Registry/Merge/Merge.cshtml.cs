using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>一件合并: both records, what was proposed, and the head's decision.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class MergeModel(AidDb db, MergePairs pairs, DecideMerge decide, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public MergeDecisionForm Form { get; set; } = new();

    public MergeRow Row { get; private set; } = null!;

    public MergePair Pair { get; private set; } = null!;

    public bool Waits => Row.Merge.Status == MergeStatus.Waiting;

    public bool MayDecide => officer.Role == Roles.Director && Waits && Row.Merge.ProposedById != officer.Id;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await MergeRow.Of(db, db.MemberMerges.Where(m => m.Id == Id)).SingleOrDefaultAsync(ct) is not { } row)
        {
            return false;
        }

        Row = row;
        Pair = (await pairs.ReadAsync(row.Merge.KeptId, row.Merge.MergedId, ct))!;
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        officer.Role != Roles.Director ? Forbid()
        : ModelState.IsValid
            ? await this.AnswerAsync(
                await decide.RunAsync(Id, Form.Agrees!.Value, Form.Note.Trim(), ct),
                merge => this.Done(merge.Status == MergeStatus.Merged ? "已合并。" : "已决定不予合并。", RedirectToPage(new { Id })),
                ct)
            : await this.MalformedAsync(ct);
}

/// <summary>What the head decides on a proposed merge.</summary>
public sealed class MergeDecisionForm
{
    [Required]
    public bool? Agrees { get; set; }

    [Required, Display(Name = "意见"), StringLength(500)]
    public string Note { get; set; } = "";
}
