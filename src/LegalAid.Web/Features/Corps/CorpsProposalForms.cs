using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Corps;
using LegalAid.Store.Assignment;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Corps;

/// <summary>What a county proposes, why, and what shows it.</summary>
public sealed class CorpsProposalForm
{
    [Required, Display(Name = "建议")]
    public CorpsProposalKind? Kind { get; set; }

    [Required, Display(Name = "理由和依据"), StringLength(500)]
    public string Reason { get; set; } = "";

    [Display(Name = "附件"), LargestFile(EvidenceTypes.LargestMegabytes)]
    public IFormFile? File { get; set; }
}

/// <summary>What the prefecture decides on it.</summary>
public sealed class CorpsAnswerForm
{
    [Required(ErrorMessage = "请选择同意还是不同意。")]
    public bool? Agrees { get; set; }

    [Display(Name = "入团或者离团的日期")]
    public DateOnly On { get; set; }

    [Required, Display(Name = "理由"), StringLength(500)]
    public string Reason { get; set; } = "";
}

/// <summary>How proposals are spoken of.</summary>
public static class CorpsProposalWords
{
    public static string Of(CorpsProposalKind kind) => kind switch
    {
        CorpsProposalKind.Join => "吸收加入服务团",
        CorpsProposalKind.Cancel => "取消资格",
        CorpsProposalKind.Adjust => "调整退出",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    /// <summary>Null while the prefecture has not answered.</summary>
    public static (string Word, Tone Tone) Of(bool? agrees) => agrees switch
    {
        true => ("州司法局已同意", Tone.Good),
        false => ("州司法局不同意", Tone.Ended),
        null => ("待州司法局决定", Tone.Waiting),
    };
}
