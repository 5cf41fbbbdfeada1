using LegalAid.Rules.Registry;
using LegalAid.Store.Registry;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Registry;

/// <summary>How exits, removals and pools are spoken of.</summary>
internal static class LeavingWords
{
    public static string Of(Pools pool) => pool switch
    {
        Pools.Duty => "值班库",
        Pools.Cases => "办案库",
        _ => throw new ArgumentOutOfRangeException(nameof(pool), pool, "Unknown pool."),
    };

    public static (string Word, Tone Tone) Of(ExitStatus status) => status switch
    {
        ExitStatus.Waiting => ("待审批", Tone.Attention),
        ExitStatus.Granted => ("已同意", Tone.Good),
        ExitStatus.Refused => ("不同意", Tone.Ended),
        ExitStatus.Overtaken => ("已因其他原因离库", Tone.Ended),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    public static (string Word, Tone Tone) Of(RemovalStatus status) => status switch
    {
        RemovalStatus.Waiting => ("待决定", Tone.Attention),
        RemovalStatus.Removed => ("已清退", Tone.Bad),
        RemovalStatus.Rejected => ("不予清退", Tone.Ended),
        RemovalStatus.Revoked => ("已撤销", Tone.Ended),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    public static string Of(RemovalGround ground) => ground switch
    {
        RemovalGround.Unlawful => "违反法律的禁止性规定",
        RemovalGround.GraveBreach => "违规拒不整改或者情节严重",
        RemovalGround.RedAgain => "连续红色后仍不改正",
        RemovalGround.UnreportedLoss => "不再符合条件而不报告",
        RemovalGround.GraveHarm => "造成重大不良影响和损失",
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, "Unknown ground."),
    };

    /// <summary>The number of article 28 that names the ground; only an office whose book removes people cites it.</summary>
    public static string ClauseOf(RemovalGround ground) => $"WZ-28.{(int)ground}";
}
