using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Registry;

namespace LegalAid.Web.Features.Joining;

/// <summary>The application as it is filled in (QJ-F.1–F.3): everything may be missing until it is handed in.</summary>
public sealed class PoolApplicationForm
{
    [Display(Name = "姓名"), StringLength(60)]
    public string? Name { get; set; }

    [Display(Name = "性别"), RegularExpression("男|女")]
    public string? Gender { get; set; }

    [Display(Name = "身份证号"), StringLength(30)]
    public string? IdentityNumber { get; set; }

    [Display(Name = "政治面貌"), StringLength(20)]
    public string? PoliticalStatus { get; set; }

    [Display(Name = "学历"), StringLength(20)]
    public string? Education { get; set; }

    [Display(Name = "手机号"), StringLength(20), DataType(DataType.PhoneNumber)]
    public string? Phone { get; set; }

    [Display(Name = "通讯地址"), StringLength(100)]
    public string? Address { get; set; }

    [Display(Name = "身份")]
    public PoolPerson As { get; set; }

    [Display(Name = "执业机构")]
    public Guid? InstitutionId { get; set; }

    [Display(Name = "其他所在单位"), StringLength(60)]
    public string? Employer { get; set; }

    [Display(Name = "执业证号"), StringLength(17)]
    public string? LicenceNumber { get; set; }

    [Display(Name = "首次执业日期")]
    public DateOnly? FirstLicensedOn { get; set; }

    [Display(Name = "法律职业资格证颁发日期")]
    public DateOnly? QualifiedOn { get; set; }

    [Display(Name = "首次办理刑事案件的日期")]
    public DateOnly? FirstCriminalCaseOn { get; set; }

    [Display(Name = "办过的刑事案件"), Range(0, 10000)]
    public int? CriminalCases { get; set; }

    [Display(Name = "办过的法律援助案件"), Range(0, 10000)]
    public int? PriorAidCases { get; set; }

    [Display(Name = "援助意向")]
    public ServiceIntents Intents { get; set; }

    [Display(Name = "愿意值班")]
    public bool WillingForDuty { get; set; }

    [Display(Name = "报哪个库")]
    public Pools Pools { get; set; }

    [Display(Name = "业务专长"), StringLength(200)]
    public string? Specialities { get; set; }

    [Display(Name = "能用的语言"), StringLength(100)]
    public string? Languages { get; set; }

    [Display(Name = "近三年受过党纪处理")]
    public bool? PartyDiscipline { get; set; }

    [Display(Name = "同意在公开名单上列明")]
    public bool? ConsentsToList { get; set; }
}
