using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Disclosure;

/// <summary>A published list of its day for everybody, as a workbook or as CSV (WZ-8.3): with what each person agrees to today, without who was removed.</summary>
[AllowAnonymous]
public sealed class KeptModel(AidDb db, PublicOffice offices, ConsentedList consented, FieldCipher cipher) : PageModel
{
    [FromRoute]
    public string Code { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? As { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await offices.OpenAsync(Code, ct) is not { } office || await db.ListPublications.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id, ct) is not { } publication)
        {
            return NotFound();
        }

        var shown = await consented.OfAsync(CanonicalJson.Read<KeptList>(cipher.Open(publication.Content)), publication.PublishedOn, office.Rules, ct);
        return KeptListFile.Of(shown.List, $"法律援助人员名单 {publication.PublishedOn:yyyy-MM-dd}", shown.Note, As == "csv");
    }
}
