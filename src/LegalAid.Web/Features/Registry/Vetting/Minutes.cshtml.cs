using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>择优记录: every choice of a round with reason, officer and moment, to be printed.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class MinutesModel(AidDb db, FieldCipher cipher) : PageModel
{
    public const int PageSize = 200;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public RecruitmentRound Round { get; private set; } = null!;

    public int Total { get; private set; }

    public IReadOnlyList<MinuteRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.RecruitmentRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id, ct) is not { } round)
        {
            return NotFound();
        }

        Round = round;
        var minutes = db.SelectionMinutes.AsNoTracking().Where(m => m.RoundId == Id);
        Total = await minutes.CountAsync(ct);
        var page = await (
            from m in minutes.OrderBy(m => m.AtUtc).ThenBy(m => m.Id).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize)
            join a in db.PoolApplications on m.ApplicationId equals a.Id
            orderby m.AtUtc, m.Id
            select new { a.Id, a.Name, m.Selected, m.Reason, m.OverQuotaReason, Who = db.Users.Where(u => u.Id == m.OfficerId).Select(u => u.DisplayName).FirstOrDefault() ?? "—", m.AtUtc }).ToListAsync(ct);
        Rows = page.ConvertAll(m => new MinuteRow(m.Id, m.Name, m.Selected, cipher.Open(m.Reason), m.OverQuotaReason, m.Who, m.AtUtc));
        return Page();
    }
}

/// <summary>A line of the minutes.</summary>
public sealed record MinuteRow(Guid ApplicationId, string Name, bool Selected, string Reason, string? OverQuotaReason, string Who, DateTime AtUtc);
