using LegalAid.Store;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Notices;

/// <summary>Marks what the inbox showed as read, all at once; what came after it was shown stays unread.</summary>
public sealed class ReadAllModel(ReadListedNotices read, OfficeClock clock) : PageModel, IFormPage
{
    /// <summary>The moment, in ticks, of the latest notice that was listed.</summary>
    [BindProperty]
    public long UpTo { get; set; }

    public int Count { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        UpTo = UpTo is > 0 ? UpTo : clock.UtcNow.Ticks;
        Count = await read.CountAsync(At(UpTo), ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || UpTo < 0 || UpTo > DateTime.MaxValue.Ticks)
        {
            UpTo = 0;
            return await this.MalformedAsync(ct);
        }

        var marked = await read.RunAsync(At(UpTo), ct);
        return this.Done(marked > 0 ? $"{marked} 件已标为已读。" : "没有可以标为已读的站内信。", Redirect("/inbox"));
    }

    private static DateTime At(long ticks) => new(ticks, DateTimeKind.Utc);
}
