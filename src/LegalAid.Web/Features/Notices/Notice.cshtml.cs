using LegalAid.Store;
using LegalAid.Store.Notices;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Sending;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Notices;

/// <summary>One notice of the own inbox. Looking at it changes nothing; opening it is a reading, and leads to where it is dealt with.</summary>
public sealed class NoticeModel(AidDb db, ReadNotice read, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public Notice Notice { get; private set; } = null!;

    public DateTime? ReadAtUtc { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await OwnNotices.For(db, officer).AsNoTracking().SingleOrDefaultAsync(n => n.Id == Id, ct) is not { } found)
        {
            return false;
        }

        Notice = found;
        ReadAtUtc = await db.NoticeReadings.Where(r => r.NoticeId == Id && r.OfficerId == officer.Id).Select(r => (DateTime?)r.ReadAtUtc).SingleOrDefaultAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await read.RunAsync(Id, ct) is { } notice ? LocalRedirect(NoticeTexts.Url(notice)) : NotFound();
}
