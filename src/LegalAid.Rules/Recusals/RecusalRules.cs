using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Recusals;

/// <summary>Who decides whether somebody is recused (有权决定回避的).</summary>
public enum RecusalBody
{
    [Display(Name = "法律援助中心")]
    Centre = 1,

    [Display(Name = "区司法局公共法律服务管理科")]
    Section,

    [Display(Name = "区司法局")]
    Bureau,
}

/// <summary>Where an officer stands in the chain of recusal, both as the one concerned and as the one who decides.</summary>
public enum OfficerRank
{
    /// <summary>中心工作人员</summary>
    Clerk = 1,

    /// <summary>中心负责人</summary>
    CentreHead,

    /// <summary>区司法局公共法律服务管理科</summary>
    Section,

    /// <summary>区司法局</summary>
    Bureau,
}

/// <summary>An office's text on recusal (回避): by which clause whoever is concerned asks for it, which no office may leave out (CF-14), and who decides, up the chain.</summary>
public sealed record RecusalRules(
    string DeclarationClause,
    Setting<RecusalBody> ClerksDecidedBy,
    Setting<RecusalBody> CentreHeadDecidedBy,
    Setting<RecusalBody> SectionHeadDecidedBy)
{
    private const string Common = "CF-14";

    /// <summary>For an office whose text does not speak of it: the same chain, as the common rule has it (CF-14).</summary>
    public static RecusalRules Unwritten { get; } =
        new(Common, new(RecusalBody.Centre, Common), new(RecusalBody.Section, Common), new(RecusalBody.Bureau, Common));

    /// <summary>Who decides on an officer of this rank. Whoever stands for the bureau itself is decided on by another of the bureau: the texts say nothing of them.</summary>
    public Setting<RecusalBody> DecidedBy(OfficerRank concerned) => concerned switch
    {
        OfficerRank.Clerk => ClerksDecidedBy,
        OfficerRank.CentreHead => CentreHeadDecidedBy,
        OfficerRank.Section or OfficerRank.Bureau => SectionHeadDecidedBy,
        _ => throw new ArgumentOutOfRangeException(nameof(concerned), concerned, "Unknown rank."),
    };

    /// <summary>The office's own clause and the common one.</summary>
    internal static IReadOnlyList<string> Clauses(string own) => own == Common ? [Common] : [own, Common];
}
