using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Assignment.Collective;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>负责人决定一项指派意见 (BB-5.1)，或者司法局决定中心报请的 (BB-5.3).</summary>
[Authorize(Policy = Policies.Deciding)]
public sealed class ApprovalModel(AidDb db, DecideAssignment decide, ApprovalCheck check, DecidingPath deciding, DecisionNames names, CollectiveSteps steps, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ApprovalForm Form { get; set; } = new();

    public AssignmentRow Row { get; private set; } = null!;

    public CaseBrief Brief { get; private set; } = null!;

    public DecisionView Decision { get; private set; } = null!;

    /// <summary>The standing assignments of the letter's other accused, so that whoever decides sees them together (CF-09).</summary>
    public IReadOnlyList<SameLetterRow> OfSameLetter { get; private set; } = [];

    /// <summary>The way to the bureau; null where the centre's head decides.</summary>
    public CollectiveView? Path { get; private set; }

    /// <summary>Why this officer is not asked, or not yet; null when there is a decision to take or it was taken.</summary>
    public string? NotHere => Row.Status != AssignmentStatus.Proposed ? null : (Row.Stage, officer.Role) switch
    {
        (ProposalStage.WithDirector, Roles.Director) or (ProposalStage.WithBureau, Roles.Bureau) => null,
        (ProposalStage.WithDirector, Roles.Clerk) => Standing?.WhyNot?.Message,
        (ProposalStage.WithDirector, _) => "本案由中心负责人决定。",
        (ProposalStage.WithBureau, _) => "中心已经书面报请，本案由区司法局决定。",
        _ => "本案须经中心集体讨论并书面报请后由区司法局决定。",
    };

    /// <summary>Whether this officer may decide, and in whose stead; null when there is nothing to decide any more.</summary>
    public DeciderStanding? Standing { get; private set; }

    /// <summary>In whose stead this officer would decide.</summary>
    public string? Signature { get; private set; }

    /// <summary>Who of the same institution could be named beside the person proposed (QDN-4.4); empty where one handler is all there may be.</summary>
    public IReadOnlyList<SelectListItem> Assistants { get; private set; } = [];

    /// <summary>What would refuse 同意 if it were pressed now.</summary>
    public IReadOnlyList<Refusal> WhyNotAgree { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await AssignmentRow.Of(db, Id).SingleOrDefaultAsync(ct) is not { } row)
        {
            return false;
        }

        Row = row;
        Path = await steps.ReadAsync(row, ct);
        OfSameLetter = await SameLetterRow.Of(db, row.CaseId).ToListAsync(ct);
        Brief = await CaseBrief.ReadAsync(db, row.CaseId, ct);
        var record = await db.Decisions.AsNoTracking().SingleAsync(d => d.Id == row.DecisionId, ct);
        Decision = await names.ReadAsync(CanonicalJson.Read<AssignmentDecision>(record.Result), row.CaseId, ct);
        if (row.Status == AssignmentStatus.Proposed)
        {
            await LookAheadAsync(ct);
        }

        return true;
    }

    // The gates of whoever is chosen are looked at again when it is sent.
    private IReadOnlyList<SelectListItem> Colleagues(AidCase aidCase, int headcount, AssignmentRules rules) =>
        !HandlerNaming.AllowsSecond(aidCase.Kind, headcount, rules) ? []
        : [
            .. Decision.Decision.Able.Where(able => able.InstitutionId == Row.InstitutionId).Select(able => able.PractitionerId).OfType<Guid>()
                .Where(id => id != Decision.Decision.Proposal?.PractitionerId).Select(id => new SelectListItem(Decision.People[id], id.ToString())),
        ];

    private async Task LookAheadAsync(CancellationToken ct)
    {
        var assignment = await db.Assignments.AsNoTracking().SingleAsync(a => a.Id == Id, ct);
        Standing = await deciding.StandingAsync(assignment, WhoDecides.ClausesOf(assignment.DecidingBody, await deciding.RulesAsync(assignment, ct)), ct);
        Signature = await AuthorityWords.OfAsync(db, Standing.Under?.Id, ct);
        if (NotHere is null)
        {
            var rules = await deciding.RulesAsync(assignment, ct);
            var aidCase = await db.Cases.AsNoTracking().Include(c => c.Parties).SingleAsync(c => c.Id == Row.CaseId, ct);
            Assistants = Colleagues(aidCase, await LinkedCases.HeadcountAsync(db, aidCase, ct), rules);
            WhyNotAgree = Standing.WhyNot is { } notYours ? [notYours] : await check.WhyNotAgreeAsync(assignment, aidCase, locks: false, ct);
        }
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await decide.RunAsync(Id, new(Form.Agrees!.Value, Form.Note, Form.SetsAside, Form.Agrees == true ? Form.AssistantId : null), ct);
        return await this.AnswerAsync(outcome, assignment => this.Done(ToldOf(assignment), Redirect($"/cases/{assignment.CaseId}")), ct);
    }

    private string ToldOf(CaseAssignment assignment) =>
        Form.Agrees == false ? "已退回，轮次已恢复。"
        : assignment.NoticeNumber is { } number ? $"已同意指派，承办人已确定，《指派通知书》{number} 已制作。"
        : "已同意指派，等待机构安排承办人。";
}

/// <summary>The decision of the centre's head, or of the bureau.</summary>
public sealed class ApprovalForm
{
    [Required(ErrorMessage = "请选择同意或不同意。"), Display(Name = "决定")]
    public bool? Agrees { get; set; }

    [Display(Name = "意见"), StringLength(500)]
    public string? Note { get; set; }

    [Display(Name = "协办承办人")]
    public Guid? AssistantId { get; set; }

    [Display(Name = "不同意时：本案不再由其承办")]
    public bool SetsAside { get; set; }
}
