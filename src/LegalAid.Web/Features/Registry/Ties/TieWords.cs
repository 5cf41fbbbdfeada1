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
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of tie."),
    };
}
