using System.ComponentModel.DataAnnotations;

namespace LegalAid.Rules.Assignment;

/// <summary>What follows where years a rule asks for are not on record (年限没有登记).</summary>
public enum UnknownYears
{
    /// <summary>提示，写明理由可以指派。</summary>
    [Display(Name = "提示，写明理由可以指派")]
    Warn = 1,

    /// <summary>登记以前不得指派。</summary>
    [Display(Name = "登记以前不得指派")]
    Refuse,
}
