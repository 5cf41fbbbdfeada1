using LegalAid.Web.Access;
using LegalAid.Web.Parts.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Assignment.Collective;

/// <summary>《…请示》(BB-5.3) as print view and Word file, for the centre and the bureau it asks.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class ReportModel(AssignmentPapers papers) : PageModel
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    [FromRoute]
    public Guid Id { get; set; }

    public Paper Paper { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await papers.ReportAsync(Id, ct) is not { } paper)
        {
            return NotFound();
        }

        Paper = paper;
        return Page();
    }

    public async Task<IActionResult> OnGetWordAsync(CancellationToken ct) =>
        await papers.ReportAsync(Id, ct) is { } paper ? File(paper.ToWord(), WordType, $"请示-{paper.Number}.docx") : NotFound();
}
