using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Ranking;

/// <summary>登记三色清单: typed, pasted or from a workbook, looked at line by line before it is recorded.</summary>
[Authorize(Policy = Policies.Director)]
public sealed class NewColoursModel(AidDb db, RecordColours record, OfficeClock clock) : PageModel, IFormPage
{
    private const int LargestMegabytes = 2;

    [BindProperty]
    public ColourForm Form { get; set; } = new();

    [BindProperty, Display(Name = "清单文件"), LargestFile(LargestMegabytes)]
    public IFormFile? Workbook { get; set; }

    public IReadOnlyList<ColourLine> Lines { get; private set; } = [];

    public bool ShowsPreview { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var members = await db.Memberships.AsNoTracking().Where(m => m.LeftOn == null || m.LeftOn > clock.Today)
            .Select(m => new NamedMember(m.Id, m.RosterName ?? m.Person.Name, m.LicenceNumber)).ToListAsync(ct);
        Lines = ColourLines.Read(Form.Lines, members);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        (Form.PublishedOn, Form.CountsFrom) = (clock.Today, clock.Today);
        return this.ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        if (Workbook is not null)
        {
            if (ColourLines.OfWorkbook((await Workbook.BytesAsync(ct))!) is var read && read.Value is null)
            {
                return await this.RefusedAsync(read.Refusals, ct);
            }

            Form.Lines = read.Value;
            ModelState.Remove($"{nameof(Form)}.{nameof(Form.Lines)}");
        }

        ShowsPreview = true;
        return await this.ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        await LoadAsync(ct);
        ShowsPreview = true;
        var outcome = await record.RunAsync(Form, Lines, ct);
        if (outcome.Value is not { } list)
        {
            return await this.RefusedAsync(outcome.Refusals, ct);
        }

        this.Tell($"已登记{list.Period}三色清单，自{Show.FullDay(list.CountsFrom)}起计入轮候。");
        return RedirectToPage("Colours", new { list.Id });
    }
}

/// <summary>A published list as it is typed in.</summary>
public sealed class ColourForm
{
    [Required, Range(2000, 2100), Display(Name = "年度")]
    public int? Year { get; set; }

    [Required, Range(1, 4), Display(Name = "季度")]
    public int? Quarter { get; set; }

    [Required, Display(Name = "文号"), StringLength(60)]
    public string DocumentNumber { get; set; } = "";

    [Required, Display(Name = "公布日期")]
    public DateOnly? PublishedOn { get; set; }

    [Required, Display(Name = "自何日起计入轮候")]
    public DateOnly? CountsFrom { get; set; }

    [Display(Name = "止于")]
    public DateOnly? CountsTo { get; set; }

    [Display(Name = "名单"), StringLength(200_000)]
    public string? Lines { get; set; }
}
