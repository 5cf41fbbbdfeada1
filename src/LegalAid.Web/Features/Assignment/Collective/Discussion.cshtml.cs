using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Recusals;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Collective;

/// <summary>集体讨论和报请: the centre's two steps before the bureau decides (BB-5.2, BB-5.3).</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class DiscussionModel(AidDb db, CollectiveSteps steps, RecordDiscussion recordDiscussion, AskBureau askBureau, RecusalCheck recusals, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public DiscussionForm Form { get; set; } = new();

    public AssignmentRow Row { get; private set; } = null!;

    public CaseBrief Brief { get; private set; } = null!;

    /// <summary>Null where the centre's head decides.</summary>
    public CollectiveView? Path { get; private set; }

    /// <summary>Those who may have been present.</summary>
    public IReadOnlyList<SelectListItem> Centre { get; private set; } = [];

    /// <summary>Those who may not, because they have to stand aside from this case, each with why (BB-8.1).</summary>
    public IReadOnlyList<(string Name, Refusal Why)> Recused { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Conclusions { get; } = [new("同意经办意见", "true"), new("不同意经办意见", "false")];

    /// <summary>The step that can be taken now; null when none can any more.</summary>
    public ProposalStage? Opens => Row.Status == AssignmentStatus.Proposed ? Row.Stage : null;

    public int AttendeesNeeded => Path is { } path ? CollectiveDiscussionRules.AttendeesNeeded(path.Rules) : 0;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await AssignmentRow.Of(db, Id).SingleOrDefaultAsync(ct) is not { } row)
        {
            return false;
        }

        (Row, Brief, Path) = (row, await CaseBrief.ReadAsync(db, row.CaseId, ct), await steps.ReadAsync(row, ct));
        if (Opens == ProposalStage.ToDiscuss)
        {
            await LoadCentreAsync(row.CaseId, ct);
        }

        return true;
    }

    private async Task LoadCentreAsync(Guid caseId, CancellationToken ct)
    {
        var (may, mayNot) = (new List<SelectListItem>(), new List<(string, Refusal)>());
        foreach (var one in await RecordDiscussion.Centre(db, officer.OfficeId).OrderBy(o => o.Role).ThenBy(o => o.UserName).Select(o => new { o.Id, o.DisplayName, o.UserName }).ToListAsync(ct))
        {
            var name = $"{one.DisplayName}（{one.UserName}）";
            if (await recusals.WhyNotActAsync([caseId], one.Id, ct) is { } recused)
            {
                mayNot.Add((name, recused));
            }
            else
            {
                may.Add(new(name, one.Id.ToString()));
            }
        }

        (Centre, Recused) = (may, mayNot);
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostDiscussAsync(CancellationToken ct) => ModelState.IsValid
        ? await AnswerAsync(await recordDiscussion.RunAsync(Id, new(Form.HeldOn!.Value, Form.Attendees, Form.Opinions, Form.Agrees!.Value, Form.Conclusion), ct), "讨论记录已保存。", ct)
        : await this.MalformedAsync(ct);

    public async Task<IActionResult> OnPostReportAsync(CancellationToken ct)
    {
        ModelState.Clear();     // this button sends no form
        return await AnswerAsync(await askBureau.RunAsync(Id, ct), "请示已制作，等待司法局决定。", ct);
    }

    private Task<IActionResult> AnswerAsync(Outcome<CaseAssignment>? outcome, string told, CancellationToken ct) =>
        this.AnswerAsync(outcome, _ => this.Done(told, RedirectToPage(new { Id })), ct);
}

/// <summary>The record of a discussion as it is typed.</summary>
public sealed class DiscussionForm
{
    [Required, Display(Name = "讨论日期")]
    public DateOnly? HeldOn { get; set; }

    [Display(Name = "参加人")]
    public List<Guid> Attendees { get; set; } = [];

    [Required, Display(Name = "讨论意见"), StringLength(2000)]
    public string Opinions { get; set; } = "";

    [Required, Display(Name = "讨论结论")]
    public bool? Agrees { get; set; }

    [Required, Display(Name = "结论说明"), StringLength(1000)]
    public string Conclusion { get; set; } = "";
}
