using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>同一事由的申请: what is linked, what may belong to it, and how many people that makes.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class MatterModel(AidDb db, LinkCases linkCases, UnlinkCase unlinkCase) : PageModel, IFormPage
{
    private const int PageSize = 50;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty]
    public LinkForm Form { get; set; } = new();

    [BindProperty]
    public UnlinkForm Unlink { get; set; } = new();

    public AidCase Case { get; private set; } = null!;

    public IReadOnlyList<LinkedRow> Linked { get; private set; } = [];

    public int TotalLinked { get; private set; }

    public int Headcount { get; private set; }

    /// <summary>The first of those that look alike; after they are linked, the next come up.</summary>
    public IReadOnlyList<LinkedRow> Likely { get; private set; } = [];

    public bool CanLink => Case is { Source: CaseSource.Application, Status: not (CaseStatus.Voided or CaseStatus.Refused) };

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().Include(c => c.Parties).SingleOrDefaultAsync(c => c.Id == Id, ct) is not { } found)
        {
            return false;
        }

        Case = found;
        Headcount = await LinkedCases.HeadcountAsync(db, found, ct);
        var others = LinkedCases.OthersOf(db, found);
        TotalLinked = await others.CountAsync(ct);
        Linked = await LinkedRow.Of(others.OrderBy(c => c.Number).ThenBy(c => c.Id).Skip((P - 1) * PageSize).Take(PageSize)).ToListAsync(ct);
        Likely = CanLink ? await LinkedRow.Of(LikelyLinks.Of(db, found).OrderBy(c => c.Number).ThenBy(c => c.Id).Take(PageSize)).ToListAsync(ct) : [];
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Form));
        var numbers = (Form.Numbers ?? "").Split([' ', '、', '，', ',', '\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var typed = await db.Cases.Where(c => numbers.Contains(c.Number)).Select(c => new { c.Id, c.Number }).ToListAsync(ct);
        foreach (var unknown in numbers.Except(typed.Select(known => known.Number), StringComparer.Ordinal))
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.Numbers)}", $"没有编号为{unknown}的案件");
        }

        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await linkCases.RunAsync(Id, [.. Form.Others.Concat(typed.Select(known => known.Id))], ct);
        if (outcome is { Value: { } matter })
        {
            this.Tell($"已关联，同一事由共 {matter.Cases} 件、{matter.Headcount} 人。尚未决定的指派意见由谁决定，按合计人数重新判断。");
            return RedirectToPage(new { Id });
        }

        return outcome is null ? NotFound() : await this.RefusedAsync(outcome.Refusals, ct);
    }

    public async Task<IActionResult> OnPostUnlinkAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Unlink));
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await unlinkCase.RunAsync(Id, Unlink.Reason, ct);
        if (outcome is { Value: not null })
        {
            this.Tell("已解除关联，人数单独计算。");
            return RedirectToPage(new { Id });
        }

        return outcome is null ? NotFound() : await this.RefusedAsync(outcome.Refusals, ct);
    }
}

/// <summary>Another application of the matter, or one that may be.</summary>
public sealed record LinkedRow(Guid Id, string Number, string? Recipient, int Headcount, string Cause, CaseStatus Status, DateTime ReceivedAtUtc)
{
    public static IQueryable<LinkedRow> Of(IQueryable<AidCase> cases) => cases.AsNoTracking().Select(c => new LinkedRow(
        c.Id, c.Number, c.Parties.Where(p => p.Role == PartyRole.Recipient).OrderBy(p => p.Order).Select(p => p.Name).FirstOrDefault(), c.Headcount, c.Cause, c.Status, c.ReceivedAtUtc));
}

/// <summary>Which applications belong to the matter.</summary>
public sealed class LinkForm
{
    [MaxLength(200)]
    public List<Guid> Others { get; set; } = [];

    [Display(Name = "其他案件的编号"), StringLength(2000)]
    public string? Numbers { get; set; }
}

/// <summary>Why the case does not belong to the matter after all.</summary>
public sealed class UnlinkForm
{
    [Required, Display(Name = "解除的理由"), StringLength(300)]
    public string Reason { get; set; } = "";
}
