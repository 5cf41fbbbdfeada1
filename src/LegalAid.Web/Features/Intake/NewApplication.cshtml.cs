using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Intake;

/// <summary>受理申请</summary>
[Authorize(Policy = Policies.Intake)]
public sealed class NewApplicationModel(AidDb db, TakeApplication takeApplication, CurrentOfficer officer, OfficeClock clock) : PageModel, IFormPage
{
    [BindProperty]
    public ApplicationForm Form { get; set; } = new();

    /// <summary>A station takes it in for the centre.</summary>
    public bool IsStation => officer.StationId is not null;

    public RosterChoices Choices { get; private set; } = null!;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        Choices = await RosterChoices.ReadAsync(db, null, asksStation: !IsStation, ct);
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
        foreach (var field in Choices.NotOffered(Form))
        {
            ModelState.AddModelError($"{nameof(Form)}.{field}", "请从名册中选择。");
        }

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

    public NeedsForm Needs { get; set; } = new();

    private IEnumerable<string> CriminalFields() =>
        Boxes().Where(box => box.Role is PartyRole.Victim or PartyRole.CoDefendant && !string.IsNullOrWhiteSpace(box.Text)).Select(box => box.Field);

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var fault in base.Validate(validationContext))
        {
            yield return fault;
        }

        foreach (var field in Kind == CaseKind.Criminal ? [] : CriminalFields())
        {
            yield return new("只有刑事案件填写", [field]);
        }
    }
}
