using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>受理申请</summary>
[Authorize(Policy = Policies.Intake)]
public sealed class NewApplicationModel(AidDb db, TakeApplication takeApplication, CurrentOfficer officer, OfficeClock clock) : PageModel, IFormPage
{
    [BindProperty]
    public ApplicationForm Form { get; set; } = new();

    /// <summary>A station takes it in for the centre.</summary>
    public bool IsStation => officer.StationId is not null;

    public IReadOnlyList<SelectListItem> Institutions { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Practitioners { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var members = await db.Memberships.AsNoTracking().Where(m => m.LeftOn == null)
            .OrderBy(m => m.Institution.Name).ThenBy(m => m.RosterName ?? m.Person.Name)
            .Select(m => new { m.Id, m.InstitutionId, Institution = m.Institution.Name, Name = m.RosterName ?? m.Person.Name })
            .ToListAsync(ct);
        Institutions = [.. members.DistinctBy(m => m.InstitutionId).Select(m => new SelectListItem(m.Institution, m.InstitutionId.ToString()))];
        Practitioners = [.. members.Select(m => new SelectListItem($"{m.Name}（{m.Institution}）", m.Id.ToString()))];
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Form.ReceivedAtUtc = clock.UtcNow;
        return this.ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        RefuseUnknownChoices();
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await takeApplication.RunAsync(Form, ct);
        if (outcome.Value is not { } aidCase)
        {
            this.MarkMoment(outcome.Refusals);
            return await this.RefusedAsync(outcome.Refusals, ct);
        }

        this.Tell(IsStation ? $"已登记并转交中心，案件编号 {aidCase.Number}。" : $"已受理，案件编号 {aidCase.Number}，七日内审查决定。");
        return Redirect($"/cases/{aidCase.Id}");
    }

    // Only what the lists offer can be chosen; anything else in the request is somebody else's row.
    private void RefuseUnknownChoices()
    {
        foreach (var (field, value, offered) in new[]
        {
            (nameof(Form.HelpedByInstitutionId), Form.HelpedByInstitutionId, Institutions),
            (nameof(Form.WishedInstitutionId), Form.WishedInstitutionId, Institutions),
            (nameof(Form.WishedMembershipId), Form.WishedMembershipId, Practitioners),
        })
        {
            if (value is { } id && offered.All(item => item.Value != id.ToString()))
            {
                ModelState.AddModelError($"{nameof(Form)}.{field}", "请从名册中选择。");
            }
        }
    }
}

/// <summary>An application as taken in at the window.</summary>
public sealed class ApplicationForm : CaseForm
{
    [Required, Display(Name = "收到申请的时间")]
    public DateTime? ReceivedAtUtc { get; set; }

    [Required, Display(Name = "案件类型")]
    public CaseKind? Kind { get; set; }

    [Required, Display(Name = "援助范围")]
    public ScopeGround? ScopeGround { get; set; }

    [Required, Display(Name = "经济困难的依据")]
    public HardshipBasis? HardshipBasis { get; set; }

    [Display(Name = "指引并提供法律帮助的机构")]
    public Guid? HelpedByInstitutionId { get; set; }

    [Display(Name = "指引申请的司法所（工作站）"), StringLength(60)]
    public string? HelpedByStation { get; set; }

    [Display(Name = "提供帮助的日期")]
    public DateOnly? HelpedOn { get; set; }

    [Display(Name = "提供了什么帮助"), StringLength(300)]
    public string? HelpGiven { get; set; }

    [Display(Name = "希望的机构")]
    public Guid? WishedInstitutionId { get; set; }

    [Display(Name = "希望的承办人")]
    public Guid? WishedMembershipId { get; set; }

    [Display(Name = "理由"), StringLength(300)]
    public string? WishReason { get; set; }

    public NeedsForm Needs { get; set; } = new();

    private IEnumerable<string> CriminalFields() =>
        Boxes().Where(box => box.Role is PartyRole.Victim or PartyRole.CoDefendant && !string.IsNullOrWhiteSpace(box.Text)).Select(box => box.Field);

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var fault in base.Validate(validationContext))
        {
            yield return fault;
        }

        if (HelpedByInstitutionId is not null && !string.IsNullOrWhiteSpace(HelpedByStation))
        {
            yield return new("机构和司法所只填一项", [nameof(HelpedByStation)]);
        }

        foreach (var field in Kind == CaseKind.Criminal ? [] : CriminalFields())
        {
            yield return new("只有刑事案件填写", [field]);
        }
    }
}
