using LegalAid.Store.Rulebooks;

namespace LegalAid.Web.Features.Rulebooks;

/// <summary>How rule books are spoken of on the pages.</summary>
internal static class RuleWords
{
    public static string Of(BookStatus status) => status switch
    {
        BookStatus.InForce => "施行",
        BookStatus.Trial => "试行",
        BookStatus.DraftForComment => "征求意见稿",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };
}
