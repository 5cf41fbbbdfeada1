using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace LegalAid.Web.Features.Registry.GoingLive;

/// <summary>对账并采用: the head explains what differs and takes the figures over.</summary>
[Authorize(Policy = Policies.Director)]
public sealed class ApplyModel(HistoryPlanner planner, BringForward bring) : UploadPage<HistoryPlan>
{
    [BindProperty]
    public List<ExplanationForm> Explanations { get; set; } = [];

    public string TextOf(string sheet) => Explanations.Find(explanation => explanation.Sheet == sheet)?.Text ?? "";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var told = Explanations.Where(explanation => !string.IsNullOrWhiteSpace(explanation.Text)).DistinctBy(explanation => explanation.Sheet, StringComparer.Ordinal).ToDictionary(explanation => explanation.Sheet, explanation => explanation.Text!, StringComparer.Ordinal);
        return await this.AnswerAsync(
            await bring.RunAsync(Id, told, ct),
            upload => this.Done($"已采用：新增 {upload.Added} 行，更正 {upload.Changed} 行，未变 {upload.Unchanged} 行；{upload.Refused} 行有问题，没有采用。", RedirectToPage("File", new { Id })),
            ct);
    }

    protected override Task<Outcome<HistoryPlan>?> PlanAsync(CancellationToken ct) => planner.PlanAsync(Id, UploadKind.GoingLive, ct);
}

/// <summary>Why one sheet differs from what its sender states.</summary>
public sealed class ExplanationForm
{
    [Required, Display(Name = "工作表"), StringLength(31)]
    public string Sheet { get; set; } = "";

    [Display(Name = "不符的原因"), StringLength(200)]
    public string? Text { get; set; }
}
