using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LegalAid.Web.Features.Registry;

/// <summary>登记没有执业机构的人员: public and company lawyers, volunteers, the centre's own staff (WZ-1.1).</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class NewMemberModel(EnterMember enter, OfficeBooks books, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    [BindProperty]
    public MemberForm Form { get; set; } = new();

    /// <summary>Whom the office's pool takes without an institution; empty where it takes nobody.</summary>
    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    /// <summary>Public or company lawyers are among them, so a licence is asked for.</summary>
    public bool TakesLawyers { get; private set; }

    public IReadOnlyList<SelectListItem> Genders { get; } = [new("男", "男"), new("女", "女")];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var rules = (await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).Recruitment ?? RecruitmentRules.Unwritten;
        Kinds = [.. ApplicationRules.OpenTo(rules).Where(kind => !PersonKinds.HasInstitution(kind)).Select(kind => new SelectListItem(RecruitmentWords.Of(kind), $"{kind}"))];
        TakesLawyers = ApplicationRules.OpenTo(rules).Any(kind => PersonKinds.IsEmployedLawyer(PersonKinds.PractitionerOf(kind)));
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await enter.RunAsync(Order(), ct),
                member => this.Done("已登记入库。", RedirectToPage("/Registry/People/Person", new { member.Id })),
                ct)
            : await this.MalformedAsync(ct);

    private MemberOrder Order() => new(TextCleaning.PersonName(Form.Name), Form.Gender, Form.IdentityNumber, Form.Phone, Form.As!.Value, Form.Pools, Form.Intents)
    {
        Employer = string.IsNullOrWhiteSpace(Form.Employer) ? null : Form.Employer.Trim(),
        QualifiedOn = Form.QualifiedOn,
        LicenceNumber = Form.LicenceNumber,
        FirstLicensedOn = Form.FirstLicensedOn,
    };
}

/// <summary>Somebody without an institution.</summary>
public sealed class MemberForm
{
    [Required, Display(Name = "姓名"), StringLength(60)]
    public string Name { get; set; } = "";

    [Required, Display(Name = "性别"), RegularExpression("[男女]")]
    public string Gender { get; set; } = "";

    [Required, Display(Name = "身份证号"), StringLength(30)]
    public string IdentityNumber { get; set; } = "";

    [Required, Display(Name = "手机号"), StringLength(20)]
    public string Phone { get; set; } = "";

    [Required, Display(Name = "身份")]
    public PoolPerson? As { get; set; }

    [Display(Name = "所在单位"), StringLength(60)]
    public string? Employer { get; set; }

    [Display(Name = "执业证号"), StringLength(30)]
    public string? LicenceNumber { get; set; }

    [Display(Name = "首次执业日期")]
    public DateOnly? FirstLicensedOn { get; set; }

    [Display(Name = "法律职业资格证颁发日期")]
    public DateOnly? QualifiedOn { get; set; }

    [Display(Name = "进入哪个库")]
    public Pools Pools { get; set; }

    [Display(Name = "服务意向")]
    public ServiceIntents Intents { get; set; }
}
