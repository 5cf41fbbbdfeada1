using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Assignment;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Batch;

/// <summary>一并提出指派意见: the accused of one letter, or cases chosen from the work list, each on the state after the one before.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class BatchModel(AidDb db, BatchPreview preview, ProposeBatch propose) : PageModel, IFormPage
{
    /// <summary>The letter whose waiting cases are meant; null for the chosen ones.</summary>
    [BindProperty(SupportsGet = true, Name = "letter")]
    public Guid? LetterId { get; set; }

    [BindProperty(SupportsGet = true, Name = "case")]
    public List<Guid> CaseIds { get; set; } = [];

    [BindProperty]
    public BatchForm Form { get; set; } = new();

    public IncomingLetter? Letter { get; private set; }

    public IReadOnlyList<BatchRow> Rows { get; private set; } = [];

    /// <summary>More were chosen than one page of the list holds.</summary>
    public bool IsTooMany { get; private set; }

    public bool CanSubmit => Rows.Count > 0 && Rows.All(row => row.Step.Refusals.Count == 0);

    /// <summary>The cases whose proposals pass something over: their reason is asked for (例外).</summary>
    public IReadOnlyList<BatchStep> PassedOver => [.. Rows.Select(row => row.Step).Where(step => step.PassedOver.Count > 0)];

    /// <summary>The same page without the cases that cannot be proposed; null when there are none, or nothing else.</summary>
    public string? WithoutThem => Rows.Any(row => row.Decision is null) && Rows.Any(row => row.Decision is not null)
        ? "/assignment/batch?" + string.Join('&', Rows.Where(row => row.Decision is not null).Select(row => $"case={row.Step.CaseId}"))
        : null;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (LetterId is not null)
        {
            Letter = await db.IncomingLetters.AsNoTracking().SingleOrDefaultAsync(l => l.Id == LetterId && l.VoidedAtUtc == null, ct);
            CaseIds = await db.Cases.Where(c => c.LetterId == LetterId && c.Status == CaseStatus.AwaitingAssignment).Select(c => c.Id).ToListAsync(ct);
        }

        var ids = CaseIds.ToHashSet();
        if ((LetterId is not null && Letter is null) || await db.Cases.CountAsync(c => ids.Contains(c.Id), ct) != ids.Count)
        {
            return false;
        }

        IsTooMany = ids.Count > BatchSteps.Most;
        Rows = ids.Count == 0 || IsTooMany ? [] : await preview.DrawAsync(ids, ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await propose.RunAsync([.. Form.Seen.Select(seen => new SeenStep(seen.CaseId, seen.InstitutionId, seen.PractitionerId))], Form.Note, ct);
        return await this.AnswerAsync(outcome, proposed => this.Done(ToldOf(proposed), Redirect(LetterId is { } letter ? $"/intake/letters/{letter}" : "/assignment")), ct);
    }

    private static string ToldOf(ProposedBatch proposed)
    {
        var grave = proposed.Assignments.Count(assignment => assignment.DecidingBody == DecidingBody.BureauAfterDiscussion);
        return $"{proposed.Assignments.Count} 件指派意见已提交{(grave > 0 ? $"，其中 {grave} 件须集体讨论后报请司法局" : "，等待负责人逐件决定")}。";
    }
}

/// <summary>What the clerk saw and says.</summary>
public sealed class BatchForm
{
    [MaxLength(BatchSteps.Most)]
    public List<BatchSeen> Seen { get; set; } = [];

    [Display(Name = "说明"), StringLength(500)]
    public string? Note { get; set; }
}

/// <summary>Whom the page showed for a case.</summary>
public sealed class BatchSeen
{
    public Guid CaseId { get; set; }

    public Guid InstitutionId { get; set; }

    public Guid? PractitionerId { get; set; }
}
