using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>考核材料: taking it is journalled.</summary>
[Authorize(Policy = Policies.Centre)]
[ReadsByPost]
public sealed class FileModel(AidDb db, OpenAssessmentFile open) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        Name = await ApplicationsUnderVetting.Seen(db).Where(a => a.Id == Id && db.AdmissionAssessments.Any(s => s.ApplicationId == a.Id && s.File != null)).Select(a => a.Name).SingleOrDefaultAsync(ct) ?? "";
        return Name.Length > 0;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await this.AnswerAsync(await open.RunAsync(Id, ct), file => File(file.Content, file.Type.MediaType(), $"考核材料.{file.Type.Extension()}"), ct);
}
