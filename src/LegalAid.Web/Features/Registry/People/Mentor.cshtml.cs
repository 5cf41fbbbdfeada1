using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>指定导师 (WZ-24.1, WZ-24.2).</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class MentorModel(AidDb db, NameMentor nameMentor, OfficeClock clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public MentorForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Mentors { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var found = await db.Memberships.AsNoTracking().Where(m => m.Id == Id && m.LeftOn == null)
            .Select(m => new { Name = m.RosterName ?? m.Person.Name, m.MentorId, m.FirstAidCaseHereOn }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return false;
        }

        Name = found.Name;
        if (HttpMethods.IsGet(Request.Method))
        {
            (Form.MentorId, Form.FirstAidCaseHereOn) = (found.MentorId, found.FirstAidCaseHereOn);
        }

        Mentors = await db.Memberships.AsNoTracking().Where(m => m.Id != Id && m.LeftOn == null).Where(PoolStanding.In(Pools.Cases, clock.Today))
            .OrderBy(m => EF.Functions.Collate(m.Institution.Name, ShownNames.PinyinOrder)).ThenBy(m => EF.Property<string>(m, ShownNames.Column))
            .Select(m => new SelectListItem((m.RosterName ?? m.Person.Name) + "（" + m.Institution.Name + "，带教 " + db.Memberships.Count(b => b.MentorId == m.Id && b.LeftOn == null) + " 人）", m.Id.ToString())).ToListAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await nameMentor.RunAsync(Id, Form, ct),
                member => this.Done(member.MentorId is null ? "已登记，没有导师。" : "已指定导师。", RedirectToPage("Person", new { Id })),
                ct)
            : await this.MalformedAsync(ct);
}

/// <summary>Who guides the beginner, since when each of the two has handled aid cases, and what shows it.</summary>
public sealed class MentorForm
{
    [Display(Name = "导师")]
    public Guid? MentorId { get; set; }

    [Display(Name = "导师的首件法律援助案件")]
    public DateOnly? MentorFirstCaseOn { get; set; }

    [Display(Name = "本人在本地的首件法律援助案件")]
    public DateOnly? FirstAidCaseHereOn { get; set; }

    [Display(Name = "该案由所辖县（市、区）机构指派")]
    public bool OfCounty { get; set; }

    [Required, Display(Name = "凭据"), StringLength(200)]
    public string Evidence { get; set; } = "";
}
