using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>复函办案机关并登记回执 (LAW-36).</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ReplyModel(AidDb db, AssignmentPapers papers, ReplyToAuthority reply, RecordReceipt recordReceipt) : PageModel, IFormPage
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ReceiptForm Form { get; set; } = new();

    public AssignmentRow Row { get; private set; } = null!;

    public Paper? Paper { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await AssignmentRow.Of(db, Id).SingleOrDefaultAsync(ct) is not { } row)
        {
            return false;
        }

        Row = row;
        Paper = await papers.ReplyAsync(Id, ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnGetWordAsync(CancellationToken ct) =>
        await papers.ReplyAsync(Id, ct) is { } paper ? File(paper.ToWord(), WordType, $"复函-{paper.Number}.docx") : NotFound();

    public async Task<IActionResult> OnPostSendAsync(CancellationToken ct) => await AnswerAsync(await reply.RunAsync(Id, ct), "复函已制作。", ct);

    public async Task<IActionResult> OnPostReceiptAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await AnswerAsync(await recordReceipt.RunAsync(Id, new(Form.ReceivedAtUtc!.Value, Form.ReceivedBy, Form.CorrectionReason), ct), "回执已登记，法定期限停止计算。", ct)
            : await this.MalformedAsync(ct);

    private Task<IActionResult> AnswerAsync(Outcome<CaseAssignment>? outcome, string told, CancellationToken ct) =>
        this.AnswerAsync(outcome, _ => this.Done(told, RedirectToPage(new { Id })), ct);
}

/// <summary>What stands on the authority's receipt.</summary>
public sealed class ReceiptForm
{
    [Required, Display(Name = "回执时间")]
    public DateTime? ReceivedAtUtc { get; set; }

    [Required, Display(Name = "签收人"), StringLength(60)]
    public string ReceivedBy { get; set; } = "";

    [Display(Name = "更正理由"), StringLength(300)]
    public string? CorrectionReason { get; set; }
}
