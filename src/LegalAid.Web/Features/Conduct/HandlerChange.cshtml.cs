using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Conduct;

/// <summary>登记擅自变更承办人 (QJ-5.4c).</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class HandlerChangeModel(AidDb db, RecordHandlerChange record) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public HandlerChangeForm Form { get; set; } = new();

    public string CaseNumber { get; private set; } = "";

    public string Handlers { get; private set; } = "—";

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        CaseNumber = await db.Assignments.Where(a => a.Id == Id).Join(db.Cases, a => a.CaseId, c => c.Id, (_, c) => c.Number).SingleOrDefaultAsync(ct) ?? "";
        var names = await db.CaseHandlers.Where(h => h.AssignmentId == Id).OrderBy(h => h.Id).Select(h => h.Membership.RosterName ?? h.Membership.Person.Name).ToListAsync(ct);
        Handlers = names.Count > 0 ? string.Join('、', names) : "—";
        return CaseNumber.Length > 0;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await record.RunAsync(Id, Form.Against == "handler", Form.Finding.Trim(), ct), matter => this.Done("已立案，待陈述申辩和处理。", Redirect($"/conduct/{matter.Id}")), ct)
            : await this.MalformedAsync(ct);
}

/// <summary>Against whom, and what was found.</summary>
public sealed class HandlerChangeForm
{
    [Required, Display(Name = "由谁负责"), RegularExpression("handler|institution")]
    public string? Against { get; set; }

    [Required, Display(Name = "查明的情况"), StringLength(500)]
    public string Finding { get; set; } = "";
}
