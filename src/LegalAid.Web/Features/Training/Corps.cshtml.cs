using LegalAid.Store;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>邀请服务团成员: the prefecture's corps, all of it or those chosen on the page (QDN-4.5a). Another office has no such page.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class CorpsModel(AidDb db, CorpsInvitees corps, InviteCorps invite) : PageModel, IFormPage
{
    public const int PageSize = 100;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty]
    public CorpsForm Form { get; set; } = new();

    public TrainingEvent Training { get; private set; } = null!;

    /// <summary>Who was not invited yet.</summary>
    public IReadOnlyList<CorpsInvitee> Left { get; private set; } = [];

    public int Total { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.TrainingEvents.AsNoTracking().SingleOrDefaultAsync(t => t.Id == Id, ct) is not { } training || !await corps.IsHereAsync(ct))
        {
            return false;
        }

        Training = training;
        var invited = await db.TrainingAttendances.Where(a => a.EventId == Id).Select(a => a.CorpsMemberId ?? a.MembershipId).ToListAsync(ct);
        var left = (await corps.ReadAsync(null, ct)).Where(one => !invited.Contains(one.OwnMembershipId ?? one.CorpsMemberId)).ToList();
        (Total, Left) = (left.Count, [.. left.Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize)]);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await invite.RunAsync(Id, Form.All ? null : Form.Chosen, ct), made => this.Done($"已邀请服务团成员 {made.Count} 人。", RedirectToPage("Event", new { Id })), ct)
            : await this.MalformedAsync(ct);
}

/// <summary>The whole corps, or those chosen.</summary>
public sealed class CorpsForm
{
    public bool All { get; set; }

    public List<Guid> Chosen { get; set; } = [];
}
