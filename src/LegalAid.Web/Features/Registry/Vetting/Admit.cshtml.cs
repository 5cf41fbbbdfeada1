using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>办理入库: the head takes the chosen into the pool; who is not fit any more is shown with the reason and holds up nobody.</summary>
[Authorize(Policy = Policies.Director)]
public sealed class AdmitModel(AidDb db, AdmissionCheck check, AdmitApplicants admit) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public AdmitForm Form { get; set; } = new();

    public RecruitmentRound Round { get; private set; } = null!;

    public int Total { get; private set; }

    public IReadOnlyList<ChosenApplicant> Rows { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.RecruitmentRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id, ct) is not { } round)
        {
            return false;
        }

        Round = round;
        var waiting = db.PoolApplications.Where(a => a.RoundId == Id && a.Status == ApplicationStatus.Selected);
        Total = await waiting.CountAsync(ct);
        Rows = await check.ReadAsync(round, await waiting.OrderBy(a => a.Id).Select(a => a.Id).Take(AdmitApplicants.Most).ToListAsync(ct), ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await admit.RunAsync(Id, Form.Ids, ct), made => this.Done($"{made.Count} 人已{(made.IntoCorps ? "入团，各县（市）即可看到" : "入库")}。", RedirectToPage("Results", new { Id })), ct)
            : await this.MalformedAsync(ct);

    /// <summary>All who are fit, until somebody unticked one.</summary>
    public bool IsTicked(ChosenApplicant row) => HttpMethods.IsGet(Request.Method) || Form.Ids.Contains(row.Application.Id);
}

/// <summary>Who is taken in.</summary>
public sealed class AdmitForm
{
    public List<Guid> Ids { get; set; } = [];
}
