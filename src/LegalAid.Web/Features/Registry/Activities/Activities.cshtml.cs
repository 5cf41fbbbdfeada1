using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>宣传和志愿服务: what a member took part in, counted (QJ-2.6).</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ActivitiesModel(AidDb db, RecordActivity record, VoidActivity voids, OfficeClock clock) : PageModel, IFormPage
{
    private const int PageSize = 50;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty]
    public ActivityForm Form { get; set; } = new();

    [BindProperty]
    public VoidActivityForm Void { get; set; } = new();

    public string Name { get; private set; } = "";

    public int ThisYear { get; private set; }

    public int Counted { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<ActivityParticipation> Rows { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        Name = await db.Memberships.Where(m => m.Id == Id).Select(m => m.RosterName ?? m.Person.Name).SingleOrDefaultAsync(ct) ?? "";
        var (own, newYear) = (db.Participations.AsNoTracking().Where(a => a.MembershipId == Id), new DateOnly(clock.Today.Year, 1, 1));
        Total = await own.CountAsync(ct);
        Counted = await own.CountAsync(a => a.VoidedAtUtc == null, ct);
        ThisYear = await own.CountAsync(a => a.VoidedAtUtc == null && a.HeldOn >= newYear, ct);
        Rows = await own.OrderByDescending(a => a.HeldOn).ThenBy(a => a.Id).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return Name.Length > 0;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Form));
        return ModelState.IsValid
            ? await this.AnswerAsync(await record.RunAsync(Id, new(Form.Kind!.Value, Form.HeldOn!.Value, Form.Remark.Trim()), ct), _ => this.Done("已登记。", RedirectToPage(new { Id })), ct)
            : await this.MalformedAsync(ct);
    }

    public async Task<IActionResult> OnPostVoidAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Void));
        return ModelState.IsValid
            ? await this.AnswerAsync(await voids.RunAsync(Id, Void.ActivityId, Void.Reason.Trim(), ct), _ => this.Done("登记已撤销。", RedirectToPage(new { Id })), ct)
            : await this.MalformedAsync(ct);
    }
}

/// <summary>What somebody took part in.</summary>
public sealed class ActivityForm
{
    [Required, Display(Name = "类别")]
    public ActivityKind? Kind { get; set; }

    [Required, Display(Name = "日期")]
    public DateOnly? HeldOn { get; set; }

    [Required, Display(Name = "活动"), StringLength(100)]
    public string Remark { get; set; } = "";
}

/// <summary>Which line was recorded by mistake, and why.</summary>
public sealed class VoidActivityForm
{
    public Guid ActivityId { get; set; }

    [Required, Display(Name = "撤销的理由"), StringLength(200)]
    public string Reason { get; set; } = "";
}
