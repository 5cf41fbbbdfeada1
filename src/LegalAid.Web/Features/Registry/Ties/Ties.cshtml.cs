using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Recusals;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Ties;

/// <summary>利益关系: a member's near relatives, earlier posts and former names, for the conflict check.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class TiesModel(AidDb db, FieldCipher cipher, RecordTie record, RemoveTie remove) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public TieForm Form { get; set; } = new();

    [BindProperty]
    public Guid? TieId { get; set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<TieRow> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Relations { get; } =
        [.. Enum.GetValues<Relation>().Where(Rules.Recusals.Relations.IsNearRelative).Select(relation => new SelectListItem(RelationWords.Of(relation), relation.ToString()))];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var name = await db.Memberships.Where(m => m.Id == Id).Select(m => m.RosterName ?? m.Person.Name).SingleOrDefaultAsync(ct);
        Name = name ?? "";
        var ties = await db.MemberTies.AsNoTracking().Where(t => t.MembershipId == Id && t.RemovedAtUtc == null).OrderBy(t => t.Kind).ThenBy(t => t.Id).ToListAsync(ct);
        Rows = ties.ConvertAll(t => new TieRow(t.Id, t.Kind, t.Relation, t.Name, t.IdentityNumber is { } number ? PartyNumbers.Mask(cipher.Open(number)) : null, t.Represents, t.Authority, t.LeftOn));
        return name is not null;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Form));
        IdentityNumber? identity = null;
        if (!string.IsNullOrWhiteSpace(Form.Identity) && !IdentityNumber.TryParse(Form.Identity, out identity, out var fault))
        {
            ModelState.AddModelError("Form.Identity", fault);
        }

        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        if (await record.RunAsync(Id, Form, identity, ct) is not { } outcome)
        {
            return NotFound();
        }

        if (outcome.Value is null)
        {
            return await this.RefusedAsync(outcome.Refusals, ct);
        }

        this.Tell("已登记，以后的利益冲突核查都会查到。");
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(TieId));
        if (TieId is not { } tieId || await remove.RunAsync(Id, tieId, ct) is null)
        {
            return NotFound();
        }

        this.Tell("已登记为不再适用。");
        return RedirectToPage(new { Id });
    }
}

/// <summary>A tie for the page; the number masked.</summary>
public sealed record TieRow(Guid Id, TieKind Kind, Relation? Relation, string? Name, string? Identity, string? Represents, string? Authority, DateOnly? LeftOn);

/// <summary>A tie as entered.</summary>
public sealed class TieForm
{
    [Required, Display(Name = "种类")]
    public TieKind? Kind { get; set; }

    [Display(Name = "与本人的关系")]
    public Relation? Relation { get; set; }

    [Display(Name = "姓名"), StringLength(60)]
    public string? Name { get; set; }

    [Display(Name = "身份证号"), StringLength(30)]
    public string? Identity { get; set; }

    [Display(Name = "任法定代表人的单位"), StringLength(60)]
    public string? Represents { get; set; }

    [Display(Name = "法院、检察院"), StringLength(60)]
    public string? Authority { get; set; }

    [Display(Name = "离任日")]
    public DateOnly? LeftOn { get; set; }
}
