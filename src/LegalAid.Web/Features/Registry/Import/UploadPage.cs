using LegalAid.Rules.Common;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Registry;

/// <summary>What an uploaded file would do now. Nothing is written by looking at it.</summary>
public interface IUploadPlan
{
    /// <summary>Why rows cannot be taken, field by field.</summary>
    IReadOnlyList<RowFault> Faults { get; }
}

/// <summary>A page over one uploaded file: its plan, made anew at every look, or why there is none any more.</summary>
public abstract class UploadPage<TPlan> : PageModel, IFormPage
    where TPlan : class, IUploadPlan
{
    [FromRoute]
    public Guid Id { get; set; }

    public TPlan? Plan { get; private set; }

    /// <summary>Why there is nothing to preview any more.</summary>
    public IReadOnlyList<Refusal> Gone { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var planned = await PlanAsync(ct);
        (Plan, Gone) = (planned?.Value, planned?.Refusals ?? []);
        return planned is not null;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    /// <returns>Null when there is no such file, or it is another office's.</returns>
    protected abstract Task<Outcome<TPlan>?> PlanAsync(CancellationToken ct);

    /// <summary>The rows that cannot be taken, as a workbook to send back.</summary>
    protected Task<IActionResult> FaultsAsync(string fileName, CancellationToken ct) => SendAsync(plan => FaultList.Write(plan.Faults), fileName, ct);

    protected async Task<IActionResult> SendAsync(Func<TPlan, byte[]> workbook, string fileName, CancellationToken ct) =>
        await LoadAsync(ct) && Plan is { } plan ? File(workbook(plan), WorkbookWriter.ContentType, fileName) : NotFound();
}

/// <summary>How much of a file its preview lists; the workbooks have all.</summary>
public static class UploadPreview
{
    public const int Shown = 100;
}
