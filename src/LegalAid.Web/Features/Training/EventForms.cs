using System.ComponentModel.DataAnnotations;

namespace LegalAid.Web.Features.Training;

/// <summary>Who was there, and since when.</summary>
public sealed class ByHandForm
{
    /// <summary>A member of the roster, or the attendance of a guest who was invited.</summary>
    [Required, Display(Name = "人员")]
    public Guid? AttendeeId { get; set; }

    [Required, Display(Name = "签到时间")]
    public DateTime? SignedInAtUtc { get; set; }
}

/// <summary>Why a training does not take place.</summary>
public sealed class CancelForm
{
    [Required, Display(Name = "取消的原因"), StringLength(200)]
    public string Reason { get; set; } = "";
}

/// <summary>Whether somebody whose code arrived later was there.</summary>
public sealed class VerifyForm
{
    [Required]
    public Guid? AttendanceId { get; set; }

    [Required]
    public bool? WasThere { get; set; }
}
