using System.ComponentModel.DataAnnotations;
using LegalAid.Store.Assignment;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Training;

/// <summary>The code as typed, and when it was seen if it could not be sent at once.</summary>
public sealed class SignInCodeForm
{
    [Required, Display(Name = "签到码"), RegularExpression("[0-9]{6}", ErrorMessage = "签到码是六位数字。")]
    public string Code { get; set; } = "";

    [Display(Name = "看到签到码的时间")]
    public DateTime? TypedAtUtc { get; set; }
}

/// <summary>Why somebody cannot come.</summary>
public sealed class AbsenceForm
{
    [Required, Display(Name = "原因"), StringLength(200)]
    public string Reason { get; set; } = "";
}

/// <summary>What shows that the training was made up.</summary>
public sealed class MakeUpForm
{
    [Required, Display(Name = "补课材料"), LargestFile(EvidenceTypes.LargestMegabytes)]
    public IFormFile? Proof { get; set; }
}
