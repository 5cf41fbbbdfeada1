using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>承办机构安排承办人 (BB-2.2, BB-10.2).</summary>
[Authorize(Policy = Policies.Firm)]
public sealed class HandlerModel(AidDb db, AssignmentFactsReader reader, NameHandler nameHandler, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public HandlerForm Form { get; set; } = new();

    public AssignmentRow Row { get; private set; } = null!;

    public CaseBrief Brief { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Candidates { get; private set; } = [];

    public IReadOnlyList<(string Name, IReadOnlyList<Refusal> Reasons)> Unfit { get; private set; } = [];

    public bool AllowsSecond { get; private set; }

    /// <summary>What the centre suggests about the own people (BB-9.2).</summary>
    public IReadOnlyList<SuggestionLine> Suggestions { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await AssignmentRow.Of(db, Id).SingleOrDefaultAsync(ct) is not { } row
            || row.InstitutionId != officer.InstitutionId || row.Status == AssignmentStatus.Proposed || AssignmentStatuses.Undone.Contains(row.Status))
        {
            return false;
        }

        Row = row;
        Brief = await CaseBrief.ReadAsync(db, row.CaseId, ct);
        await LoadPeopleAsync(ct);
        return true;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var shown = await this.ShowAsync(ct);
        if (Row is not null && !Request.IsPrefetch())
        {
            await Receptions.ServeAsync(db, Row.CaseId, officer.Receiver, clock.UtcNow, ct);
        }

        return shown;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await nameHandler.RunAsync(Id, [.. new[] { Form.HandlerId, Form.SecondHandlerId }.OfType<Guid>()], ct),
                assignment => this.Done($"已安排承办人，《指派通知书》{assignment.NoticeNumber} 已制作。", RedirectToPage("Notice", new { assignment.Id })),
                ct)
            : await this.MalformedAsync(ct);

    private async Task LoadPeopleAsync(CancellationToken ct)
    {
        var aidCase = await db.Cases.AsNoTracking().Include(c => c.Parties).SingleAsync(c => c.Id == Row.CaseId, ct);
        var facts = await reader.ReadAsync(aidCase, await reader.PresentQueueAsync(aidCase, ct), clock.Now, null, ct);
        var view = GateView.Of(facts);
        var people = facts.Institutions.Where(i => i.Id == officer.InstitutionId)
            .SelectMany(own => own.Practitioners, (own, person) => (person.Id, Reasons: Gates.WhyNotPractitioner(person, own, view))).ToList();
        var ids = people.Select(person => person.Id).ToList();
        var names = await db.Memberships.AsNoTracking().Where(m => ids.Contains(m.Id)).Select(m => new { m.Id, Name = m.RosterName ?? m.Person.Name }).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        Candidates = [.. people.Where(person => person.Reasons.Count == 0).Select(person => new SelectListItem(names[person.Id], person.Id.ToString()))];
        Unfit = [.. people.Where(person => person.Reasons.Count > 0).Select(person => (names[person.Id], person.Reasons))];
        Suggestions = await db.HandlerSuggestions.AsNoTracking().Where(s => ids.Contains(s.MembershipId) && s.WithdrawnAtUtc == null).OrderBy(s => s.Naming).ThenBy(s => s.MadeAtUtc)
            .Select(s => new SuggestionLine(names[s.MembershipId], s.Naming, s.Ground, s.Reason)).ToListAsync(ct);
        AllowsSecond = HandlerNaming.AllowsSecond(aidCase.Kind, facts.Case.Headcount, facts.Rules);
    }
}

/// <summary>A suggestion of the centre about one of the institution's people.</summary>
public sealed record SuggestionLine(string Name, SuggestedNaming Naming, SuggestionGround Ground, string Reason);

/// <summary>Whom the institution names.</summary>
public sealed class HandlerForm
{
    [Required, Display(Name = "承办人")]
    public Guid? HandlerId { get; set; }

    [Display(Name = "协办承办人")]
    public Guid? SecondHandlerId { get; set; }
}
