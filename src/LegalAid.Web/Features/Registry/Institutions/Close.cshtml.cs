using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>登记机构注销或迁出: with the warning what is still under way.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class CloseInstitutionModel(AidDb db, RunningMatters running, CloseInstitution close, OfficeClock clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ClosingForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public string District { get; private set; } = "";

    public int Members { get; private set; }

    public IReadOnlyList<RunningMatter> Running { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await InstitutionsKnown.To(db).Where(i => i.Id == Id).Select(i => new { i.Name, i.District }).SingleOrDefaultAsync(ct) is not { } institution)
        {
            return false;
        }

        (Name, District) = (institution.Name, institution.District);
        Members = await db.Memberships.CountAsync(m => m.InstitutionId == Id && (m.LeftOn == null || m.LeftOn > clock.Today), ct);
        Running = await running.OfInstitutionAsync(Id, ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Form.Day = clock.Today;
        return this.ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid && Form is { Kind: { } kind, Day: { } day }
            ? await this.AnswerAsync(
                await close.RunAsync(Id, new(kind, day, Form.NewDistrict?.Trim(), Form.Reason.Trim()), ct),
                _ => this.Done($"已登记自 {Show.FullDay(day)} 起{NameOf(kind)}，轮候位关闭，在库人员一并离开。", RedirectToPage("Institution", new { Id })),
                ct)
            : await this.MalformedAsync(ct);

    public static string NameOf(ClosingKind kind) => kind switch
    {
        ClosingKind.Dissolved => "注销",
        ClosingKind.MovedAway => "迁出本区",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of closing."),
    };
}

/// <summary>How, since when and on what ground an institution ends its work here.</summary>
public sealed class ClosingForm
{
    [Required, Display(Name = "事项")]
    public ClosingKind? Kind { get; set; }

    [Required, Display(Name = "日期")]
    public DateOnly? Day { get; set; }

    [Display(Name = "迁往"), StringLength(30), RegularExpression("\\s*\\p{IsCJKUnifiedIdeographs}{3,30}\\s*", ErrorMessage = "迁往的地方写省市区县全称，只用汉字，如“重庆市渝中区”。")]
    public string? NewDistrict { get; set; }

    [Required, Display(Name = "依据"), StringLength(200)]
    public string Reason { get; set; } = "";
}
