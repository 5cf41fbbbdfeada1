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

/// <summary>利益关系: a member's near relatives, earlier posts, former names, other interests, matters of office and duty help, for the conflict check.</summary>
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
        Rows = ties.ConvertAll(t => new TieRow(t.Id, t.Kind, t.Relation, t.Name, t.IdentityNumber is { } number ? PartyNumbers.Mask(cipher.Open(number)) : null, Details(t)));
        return name is not null;
    }

    private static IReadOnlyList<(string Label, string Text)> Details(MemberTie tie) =>
    [
        .. new (string, string?)[]
        {
            ("任法定代表人的单位", tie.Represents),
            (tie.Kind == TieKind.FormerOfficial ? "处理机关" : "法院、检察院", tie.Authority),
            ("离任", tie.LeftOn is { } left ? Show.FullDay(left) : null),
            ("利害关系", tie.Interest is { } interest ? Rules.Registry.Ties.WordOf(interest) : null),
            ("身份", tie.Capacity is { } capacity ? Rules.Registry.Ties.WordOf(capacity) : null),
            ("对方", tie.OtherParty),
            ("案号", tie.MatterNumber),
            ("帮助日期", tie.HelpedOn is { } helped ? Show.FullDay(helped) : null),
        }.Where(part => part.Item2 is not null).Select(part => (part.Item1, part.Item2!)),
    ];

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
public sealed record TieRow(Guid Id, TieKind Kind, Relation? Relation, string? Name, string? Identity, IReadOnlyList<(string Label, string Text)> Details);
