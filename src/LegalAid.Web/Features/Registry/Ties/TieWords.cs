using LegalAid.Store.Registry;

namespace LegalAid.Web.Features.Registry.Ties;

/// <summary>How ties are spoken of.</summary>
internal static class TieWords
{
    public static string Of(TieKind kind) => kind switch
    {
        TieKind.Relative => "近亲属",
        TieKind.FormerPost => "曾任法官、检察官",
        TieKind.FormerName => "本人曾用名",
        TieKind.Interest => "其他利害关系",
        TieKind.FormerOfficial => "曾以公职身份处理某一事项",
        TieKind.DutyHelp => "值班法律帮助",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of tie."),
    };
}
