using System.ComponentModel.DataAnnotations;

namespace LegalAid.Web.Features.Registry;

/// <summary>The own entry as it should be; what is left empty of phone and address stays.</summary>
public sealed class EntryUpdateForm
{
    [Display(Name = "新的手机号"), StringLength(20), DataType(DataType.PhoneNumber)]
    public string? Phone { get; set; }

    [Display(Name = "新的通讯地址"), StringLength(100)]
    public string? Address { get; set; }

    [Display(Name = "业务专长"), StringLength(200)]
    public string? Specialities { get; set; }

    [Display(Name = "语言"), StringLength(100)]
    public string? Languages { get; set; }
}

/// <summary>Whether the centre takes the update into the roster.</summary>
public sealed class EntryUpdateDecisionForm
{
    [Required]
    public bool? Agrees { get; set; }

    [Display(Name = "核对情况"), StringLength(500)]
    public string? Note { get; set; }
}
