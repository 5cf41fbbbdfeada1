using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Registry.Enrolment;

/// <summary>全员纳入 (TL-4.1a): uploads a licence register and shows what came of the latest ones.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class EnrolmentModel(AidDb db, UploadRegistryFile upload, RosterRulesReader rosterRules, OfficeClock clock) : PageModel, IFormPage
{
    private const int Shown = 10;

    [BindProperty, Display(Name = "执业登记册")]
    public IFormFile? Register { get; set; }

    /// <summary>Why this office takes nobody in by a register; null where it does.</summary>
    public Refusal? WhyNot { get; private set; }

    public IReadOnlyList<UploadRow> Latest { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        WhyNot = MassEnrolment.WhyNot((await rosterRules.ReadAsync(ct)).Recruitment);
        Latest = await UploadRow.LatestAsync(db, u => u.Kind == UploadKind.Register, Shown, clock.UtcNow, ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public IActionResult OnGetTemplate() => File(ListTemplate.Write(new TemplateList("登记册", RosterColumns.Of(UploadKind.Register), "一行一人。")), WorkbookWriter.ContentType, "登记册模板.xlsx");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await UploadReading.ReadAsync(ModelState, nameof(Register), Register, ct) is { } content
            ? await this.AnswerAsync(await upload.RunAsync(UploadKind.Register, Register!.FileName, content, ct), taken => RedirectToPage("Preview", new { taken.Id }), ct)
            : await this.MalformedAsync(ct);
}
