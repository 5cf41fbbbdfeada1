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

/// <summary>变更库别 (WZ-5.2).</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class PoolsModel(AidDb db, ChangePools change, OfficeClock clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public PoolsForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Memberships.AsNoTracking().WithStandings().Include(m => m.Person).SingleOrDefaultAsync(m => m.Id == Id && m.LeftOn == null, ct) is not { } member)
        {
            return false;
        }

        Name = member.NameOf(member.Person);
        if (HttpMethods.IsGet(Request.Method))
        {
            Form.Day = clock.Today;
            var held = PoolChanges.HeldBy(member, clock.Today);
            (Form.Duty, Form.Cases) = (held.HasFlag(Pools.Duty), held.HasFlag(Pools.Cases));
        }

        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await change.RunAsync(Id, new(Wanted, Day, Form.Reason.Trim()), ct), _ => this.Done(Told, RedirectToPage("/Registry/People/Person", new { Id })), ct)
            : await this.MalformedAsync(ct);

    private Pools Wanted => (Form.Duty ? Pools.Duty : Pools.None) | (Form.Cases ? Pools.Cases : Pools.None);

    private DateOnly Day => Form.Day ?? clock.Today;

    private string Told => PlannedChanges.LiesAhead(Day, clock.Today) ? $"已登记，自{Show.FullDay(Day)}起生效；到日以前可以撤回。" : "库别已变更。";
}

/// <summary>In which pools somebody is to stand, and why.</summary>
public sealed class PoolsForm
{
    [Display(Name = "值班库")]
    public bool Duty { get; set; }

    [Display(Name = "办案库")]
    public bool Cases { get; set; }

    [Display(Name = "自哪一天起")]
    public DateOnly? Day { get; set; }

    [Required, Display(Name = "理由"), StringLength(200)]
    public string Reason { get; set; } = "";
}
