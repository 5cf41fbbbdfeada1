using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>补课材料: the centre looks at the proof, which is journalled, and confirms it or sends it back.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ProofModel(AidDb db, RuleOnMakeUp rule, OpenProof open, OfficeClock clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public MakeUpRulingForm Form { get; set; } = new();

    public AttendanceRow Row { get; private set; } = null!;

    public DateTime SentAtUtc { get; private set; }

    public (string Word, Tone Tone) State => TrainingWords.Of(Row.StateAt(clock.UtcNow));

    public bool Waits => Row.StateAt(clock.UtcNow) == AttendanceState.MakeUpSent;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var sent = await db.MakeUpProofs.Where(p => p.AttendanceId == Id).MaxAsync(p => (DateTime?)p.SentAtUtc, ct);
        if (sent is null || await AttendanceRow.Of(db.TrainingAttendances.AsNoTracking().Where(a => a.Id == Id)).SingleOrDefaultAsync(ct) is not { } row)
        {
            return false;
        }

        (Row, SentAtUtc) = (row, sent.Value);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await rule.RunAsync(Id, Form, ct), attendance => this.Done(attendance.MadeUp ? "已确认补课。" : "已退回补课材料。", RedirectToPage("Event", new { Id = attendance.EventId })), ct)
            : await this.MalformedAsync(ct);

    public async Task<IActionResult> OnPostDownloadAsync(CancellationToken ct) =>
        await open.RunAsync(Id, ct) is { } proof ? File(proof.Content, proof.Type.MediaType(), $"补课材料.{proof.Type.Extension()}") : NotFound();
}

/// <summary>What the centre finds.</summary>
public sealed class MakeUpRulingForm
{
    [Required(ErrorMessage = "请选择确认还是退回。"), Display(Name = "结论")]
    public bool? Confirms { get; set; }

    [Display(Name = "退回的原因"), StringLength(200)]
    public string? Reason { get; set; }

    [Display(Name = "重新提交的期限")]
    public DateOnly? DueOn { get; set; }
}
