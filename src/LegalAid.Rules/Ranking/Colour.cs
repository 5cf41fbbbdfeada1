using System.ComponentModel.DataAnnotations;

namespace LegalAid.Rules.Ranking;

/// <summary>A member's colour on the quarterly list (三色). Who is not ranked has none, and is worth a plain share.</summary>
public enum Colour
{
    [Display(Name = "绿色")]
    Green = 1,

    [Display(Name = "蓝色")]
    Blue,

    [Display(Name = "红色")]
    Red,
}
