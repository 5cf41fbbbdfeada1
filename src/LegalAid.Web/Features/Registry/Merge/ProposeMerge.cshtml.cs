using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>提出合并: a record beside the one it may double, and which of the two goes on.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ProposeMergeModel(AidDb db, MergePairs pairs, ProposeMerge propose) : PageModel, IFormPage
{
    private const int Shown = 20;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "other")]
    public Guid? Other { get; set; }

    [BindProperty]
    public MergeForm Form { get; set; } = new();

    [BindProperty]
    public FindForm Find { get; set; } = new();

    public string Name { get; private set; } = "";

    public MergePair? Pair { get; private set; }

    public IReadOnlyList<NamesakeRow> Namesakes { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Records { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Memberships.Where(m => m.Id == Id).Select(m => m.RosterName ?? m.Person.Name).SingleOrDefaultAsync(ct) is not { } name)
        {
            return false;
        }

        Name = name;
        Pair = Other is { } other && other != Id ? await pairs.ReadAsync(Id, other, ct) : null;
        if (Pair is not null)
        {
            Records = [.. new[] { Pair.One, Pair.Other }.Select(record => new SelectListItem($"{record.Member.LicenceNumber}（{record.Member.Institution.Name}）", $"{record.Member.Id}"))];
            return true;
        }

        Namesakes = await MergeCandidates.OfOne(db, Id, name).Take(Shown).Select(m => new NamesakeRow(m.Id, m.LicenceNumber, m.Institution.Name, m.Person.BornOn)).ToListAsync(ct);
        return Other is null;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Form));
        if (Other is not { } other)
        {
            return NotFound();
        }

        return ModelState.IsValid && (Form.KeptId == Id || Form.KeptId == other)
            ? await this.AnswerAsync(
                await propose.RunAsync(Form.KeptId!.Value, Form.KeptId == Id ? other : Id, Form.Reason.Trim(), ct),
                merge => this.Done("合并建议已提出，待负责人决定。", RedirectToPage("Merge", new { merge.Id })),
                ct)
            : await this.MalformedAsync(ct);
    }

    /// <summary>A record of another name is found by its licence number; numbers stand in no address.</summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Find));
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var licence = TextCleaning.Number(Find.Licence);
        return await db.Memberships.Where(m => m.LicenceNumber == licence && m.MergedIntoId == null && m.Id != Id).Select(m => (Guid?)m.Id).SingleOrDefaultAsync(ct) is { } found
            ? RedirectToPage(new { Id, other = found })
            : await this.RefusedAsync([new Refusal("merge-unknown", "本机构名册里没有另一条记录是这个执业证号。", [])], ct);
    }

    /// <summary>Another record of the same name.</summary>
    public sealed record NamesakeRow(Guid Id, string Licence, string Institution, DateOnly BornOn);
}

/// <summary>Which record goes on, and what shows that both are one human's.</summary>
public sealed class MergeForm
{
    [Required, Display(Name = "保留哪一条")]
    public Guid? KeptId { get; set; }

    [Required, Display(Name = "同一人的凭据"), StringLength(500)]
    public string Reason { get; set; } = "";
}

/// <summary>The licence number of the other record.</summary>
public sealed class FindForm
{
    [Required, Display(Name = "另一条记录的执业证号"), StringLength(30)]
    public string Licence { get; set; } = "";
}
