using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Disclosure;

/// <summary>A published list whole, as it stood on its day (年度名单留底, WZ-8.3), for the office alone.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class WholeModel(AidDb db, FieldCipher cipher) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await db.ListPublications.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id, ct) is { } publication
            ? KeptListFile.Of(CanonicalJson.Read<KeptList>(cipher.Open(publication.Content)), $"法律援助人员名单留底 {publication.PublishedOn:yyyy-MM-dd}", null, asCsv: false)
            : NotFound();
}
