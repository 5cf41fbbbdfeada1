using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Assignment;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Suggestions;

/// <summary>指派建议: what the centre suggests to the institution about one of its people, and what the grades speak for (BB-9.2).</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class SuggestionModel(AidDb db, SuggestHandler suggest, WithdrawSuggestion withdraw) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public SuggestionForm Form { get; set; } = new();

    [BindProperty]
    public Guid? SuggestionId { get; set; }

    public string Name { get; private set; } = "";

    public GradeCount Grades { get; private set; } = new(0, 0, 0, 0);

    public SuggestedNaming? FromGrades => HandlerSuggestions.FromGrades(Grades);

    public IReadOnlyList<HandlerSuggestion> Rows { get; private set; } = [];

    public bool HasStanding => Rows.Any(row => row.WithdrawnAtUtc is null);

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var name = await db.Memberships.Where(m => m.Id == Id).Select(m => m.RosterName ?? m.Person.Name).SingleOrDefaultAsync(ct);
        Name = name ?? "";
        var counts = await EffectiveGrades.In(db).Where(g => g.MembershipId == Id).GroupBy(g => g.Grade).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        Grades = new(counts.GetValueOrDefault(Grade.Excellent), counts.GetValueOrDefault(Grade.Good), counts.GetValueOrDefault(Grade.Qualified), counts.GetValueOrDefault(Grade.Unqualified));
        Rows = await db.HandlerSuggestions.AsNoTracking().Where(s => s.MembershipId == Id).OrderByDescending(s => s.MadeAtUtc).ThenBy(s => s.Id).Take(20).ToListAsync(ct);
        return name is not null;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Form));
        return ModelState.IsValid
            ? await this.AnswerAsync(await suggest.RunAsync(Id, Form, ct), _ => this.Done("已提出，所在机构安排承办人时看到。", RedirectToPage(new { Id })), ct)
            : await this.MalformedAsync(ct);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(SuggestionId));
        return SuggestionId is { } suggestionId && await withdraw.RunAsync(Id, suggestionId, ct) is not null ? this.Done("已撤回。", RedirectToPage(new { Id })) : NotFound();
    }
}

/// <summary>A suggestion as entered.</summary>
public sealed class SuggestionForm
{
    [Required, Display(Name = "建议")]
    public SuggestedNaming? Naming { get; set; }

    [Required, Display(Name = "根据")]
    public SuggestionGround? Ground { get; set; }

    [Required, Display(Name = "理由"), StringLength(300)]
    public string Reason { get; set; } = "";
}
