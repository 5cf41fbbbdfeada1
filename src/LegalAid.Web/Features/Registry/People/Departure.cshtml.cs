using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>登记离开: with the warning what is still under way.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class DepartureModel(AidDb db, RunningMatters running, RecordDeparture record, OfficeBooks books, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public DepartureForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public DateOnly JoinedOn { get; private set; }

    /// <summary>The book has exits: only what is none is recorded here (WZ-26.1).</summary>
    public bool KnowsExits { get; private set; }

    public IReadOnlyList<RunningMatter> Running { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Memberships.Where(m => m.Id == Id).Select(m => new { Name = m.RosterName ?? m.Person.Name, m.JoinedOn }).SingleOrDefaultAsync(ct) is not { } member)
        {
            return false;
        }

        (Name, JoinedOn) = (member.Name, member.JoinedOn);
        Running = await running.OfMemberAsync(Id, ct);
        KnowsExits = (await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).Sanctions is not null;
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Form.Day = clock.Today;
        return this.ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || Form.Day is not { } day)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await record.RunAsync(Id, new(day, Form.Reason.Trim(), Form.Ground), ct);
        var left = (await running.OfMemberAsync(Id, ct)).Count;
        return await this.AnswerAsync(
            outcome,
            _ => this.Done($"已登记自 {Show.FullDay(day)} 起离开。" + (left > 0 ? $"还有 {left} 件在办案件须逐件处理。" : ""), RedirectToPage("Person", new { Id })),
            ct);
    }
}

/// <summary>Since when somebody is no longer in the pool, and why.</summary>
public sealed class DepartureForm
{
    [Display(Name = "事由")]
    public DepartureGround? Ground { get; set; }

    [Required, Display(Name = "离开日")]
    public DateOnly? Day { get; set; }

    [Required, Display(Name = "原因"), StringLength(200)]
    public string Reason { get; set; } = "";
}
