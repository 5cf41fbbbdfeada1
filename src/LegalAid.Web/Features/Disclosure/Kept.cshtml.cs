using System.Text;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Security;
using LegalAid.Web.Parts.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Disclosure;

/// <summary>A published list as it stood on its day, as a workbook or as CSV (WZ-8.3).</summary>
[AllowAnonymous]
public sealed class KeptModel(AidDb db, PublicOffice offices, FieldCipher cipher) : PageModel
{
    [FromRoute]
    public string Code { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? As { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await offices.OpenAsync(Code, ct) is null || await db.ListPublications.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id, ct) is not { } publication)
        {
            return NotFound();
        }

        var kept = CanonicalJson.Read<KeptList>(cipher.Open(publication.Content));
        var name = $"法律援助人员名单 {publication.PublishedOn:yyyy-MM-dd}";
        return As == "csv"
            ? File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Csv(kept))).ToArray(), "text/csv; charset=utf-8", name + ".csv")
            : File(Workbook(kept), WorkbookWriter.ContentType, name + ".xlsx");
    }

    private static byte[] Workbook(KeptList kept) => WorkbookWriter.Write(new SheetToWrite("名单", [.. kept.Heads], kept.Lines.Select(line => (IReadOnlyList<object?>)[.. line.Cells])));

    private static string Csv(KeptList kept) => string.Concat(kept.Lines.Select(line => line.Cells).Prepend([.. kept.Heads]).Select(cells => string.Join(',', cells.Select(Quoted)) + "\r\n"));

    // A cell that a spreadsheet would take for a formula opens with an apostrophe.
    private static string Quoted(string? cell)
    {
        var text = cell ?? "";
        return $"\"{(text is ['=' or '+' or '-' or '@', ..] ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
