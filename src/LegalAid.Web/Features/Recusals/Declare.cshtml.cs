using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Recusals;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Recusals;

/// <summary>申请回避: one's own, or that of a colleague (BB-8.1).</summary>
[Authorize(Policy = Policies.Office)]
[EvenIfRecused]
public sealed class DeclareModel(AidDb db, DeclareRecusal declare, CurrentOfficer officer, OfficeClock clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public DeclarationForm Form { get; set; } = new();

    public AidCase Case { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Officers { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Parties { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().Include(c => c.Parties).SingleOrDefaultAsync(c => c.Id == Id, ct) is not { } found)
        {
            return false;
        }

        Case = found;
        Parties = [.. found.Parties.OrderBy(p => p.Role).ThenBy(p => p.Order).Select(p => new SelectListItem($"{p.Name}（{CaseWords.Of(p.Role)}）", p.Id.ToString()))];
        Officers = await OfficersAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Form.OfficerId = officer.Id;
        return this.ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await declare.RunAsync(Id, Form, ct),
                recusal => this.Done(recusal.Status == RecusalStatus.Recused ? "已回避，本案由其他工作人员办理。" : $"已提出，由{Words.Of(recusal.Body)}决定；决定以前暂不办理本案。", Redirect($"/cases/{Id}")),
                ct)
            : await this.MalformedAsync(ct);

    // A closed account works on nothing.
    private Task<List<SelectListItem>> OfficersAsync(CancellationToken ct) => db.Users.AsNoTracking()
        .Where(u => u.OfficeId == officer.OfficeId && RecusalRanks.Concerned.Contains(u.Role) && (u.LockoutEnd == null || u.LockoutEnd < clock.GetUtcNow().AddYears(100)))
        .OrderByDescending(u => u.Id == officer.Id).ThenBy(u => u.DisplayName).ThenBy(u => u.UserName)
        .Select(u => new SelectListItem(u.Id == officer.Id ? "本人" : u.DisplayName + "（" + u.UserName + "）", u.Id.ToString()))
        .ToListAsync(ct);
}

/// <summary>What ties an officer to the case.</summary>
public sealed class DeclarationForm
{
    [Required, Display(Name = "回避的工作人员")]
    public Guid? OfficerId { get; set; }

    [Required, Display(Name = "关系")]
    public Relation? Relation { get; set; }

    [Display(Name = "与哪一位当事人")]
    public Guid? PartyId { get; set; }

    [Display(Name = "与何人、何事"), StringLength(100)]
    public string? Other { get; set; }

    [Required, Display(Name = "情况说明"), StringLength(500)]
    public string Reason { get; set; } = "";
}
