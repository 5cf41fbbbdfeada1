using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>退出申请书、清退证据: what it is, and the file itself for the centre.</summary>
[Authorize(Policy = Policies.Centre)]
[ReadsByPost]
public sealed class PoolFileModel(AidDb db, OpenPoolFile open) : PageModel, IFormPage
{
    /// <summary>The exit or the proposed removal the file belongs to.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Size { get; private set; } = "";

    public string Back { get; private set; } = "";

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var found = await (
            from f in db.PoolFiles.AsNoTracking()
            join m in db.Memberships on f.MembershipId equals m.Id
            where f.SubjectId == Id
            select new { f.Kind, f.Type, f.Bytes, Name = m.RosterName ?? m.Person.Name }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return false;
        }

        var isLetter = found.Kind == PoolFileKind.ExitLetter;
        (Name, Title, Back) = (found.Name, isLetter ? "退出申请书" : "清退证据", isLetter ? $"/registry/exits/{Id}" : $"/registry/removals/{Id}");
        Size = $"{found.Type.Extension().ToUpperInvariant()}，{Math.Max(1, found.Bytes / 1024)} KB";
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await this.AnswerAsync(await open.RunAsync(Id, ct), file => File(file.Content, file.Type.MediaType(), $"材料.{file.Type.Extension()}"), ct);
}
