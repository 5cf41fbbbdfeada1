using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>下一阶段</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class NextStageModel(AidDb db, OpenNextStage openNextStage, OfficeClock clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public NextStageForm Form { get; set; } = new();

    public AidCase Case { get; private set; } = null!;

    public bool IsCriminal => Case.Kind == CaseKind.Criminal;

    public IReadOnlyList<SelectListItem> Stages => [.. NextStage.After(Case.Kind, Case.Stage).Select(stage => new SelectListItem(CaseWords.Of(stage), stage.ToString()))];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, ct) is not { } found)
        {
            return false;
        }

        Case = found;
        return true;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        var letter = await db.IncomingLetters.AsNoTracking().SingleOrDefaultAsync(l => l.Id == Case.LetterId, ct);
        Form = new()
        {
            Source = Case.Source,
            ReceivedAtUtc = clock.UtcNow,
            Contact = letter?.Contact,
            Ground = Case.NotificationGround,
            ScopeGround = Case.ScopeGround,
            HardshipBasis = Case.Source == CaseSource.Application ? Case.HardshipBasis : null,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await openNextStage.RunAsync(Id, Form, ct);
        if (outcome is { Value: { } aidCase })
        {
            this.Tell(aidCase.Source == CaseSource.Notification
                ? $"下一阶段已立案 {aidCase.Number}，期限自收文时起算；默认由原承办人继续承办，请提出指派意见。"
                : $"下一阶段已受理，案件编号 {aidCase.Number}，七日内审查决定。");
            return Redirect($"/cases/{aidCase.Id}");
        }

        if (outcome is null)
        {
            return NotFound();
        }

        this.MarkMoment(outcome.Refusals);
        return await this.RefusedAsync(outcome.Refusals, ct);
    }
}

/// <summary>What is new in the next stage; the rest is taken over from the case before.</summary>
public sealed class NextStageForm : IValidatableObject
{
    [Required, Display(Name = "下一阶段")]
    public CaseStage? Stage { get; set; }

    [Required, Display(Name = "来源")]
    public CaseSource? Source { get; set; }

    [Required, Display(Name = "收到的时间")]
    public DateTime? ReceivedAtUtc { get; set; }

    [Display(Name = "来函机关"), StringLength(60)]
    public string? Authority { get; set; }

    [Display(Name = "机关类别")]
    public AuthorityKind? AuthorityKind { get; set; }

    [Display(Name = "公函文号"), StringLength(60)]
    public string? LetterNumber { get; set; }

    [Display(Name = "机关联系人和电话"), StringLength(60)]
    public string? Contact { get; set; }

    [Display(Name = "通知事由")]
    public NotificationGround? Ground { get; set; }

    [Display(Name = "援助范围")]
    public ScopeGround? ScopeGround { get; set; }

    [Display(Name = "经济困难的依据")]
    public HardshipBasis? HardshipBasis { get; set; }

    internal LetterEntry Entry => new(Authority, AuthorityKind, LetterNumber, ReceivedAtUtc, Ground, Contact);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        (string Field, string Name, bool IsMissing)[] needed = Source == CaseSource.Notification
            ? [(nameof(Authority), "来函机关", string.IsNullOrWhiteSpace(Authority)), (nameof(AuthorityKind), "机关类别", AuthorityKind is null), (nameof(LetterNumber), "公函文号", string.IsNullOrWhiteSpace(LetterNumber)), (nameof(Ground), "通知事由", Ground is null)]
            : [(nameof(ScopeGround), "援助范围", ScopeGround is null), (nameof(HardshipBasis), "经济困难的依据", HardshipBasis is null)];
        return needed.Where(field => field.IsMissing).Select(field => new ValidationResult($"请填写{field.Name}", [field.Field]));
    }
}
