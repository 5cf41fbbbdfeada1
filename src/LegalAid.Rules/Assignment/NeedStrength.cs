using System.ComponentModel.DataAnnotations;

namespace LegalAid.Rules.Assignment;

/// <summary>How what a recipient needs (语言、承办人性别) binds.</summary>
public enum NeedStrength
{
    /// <summary>有人能满足的，先派能满足的人；没有人能满足的照常指派并提示。</summary>
    [Display(Name = "优先满足")]
    Prefer = 1,

    /// <summary>不能满足的不得指派。</summary>
    [Display(Name = "必须满足")]
    Require,
}
