using LegalAid.Store.Intake;

namespace LegalAid.Web.Parts;

/// <summary>How a recipient's needs are spoken of.</summary>
public static class NeedsWords
{
    /// <summary>All of them in one line; null when there are none.</summary>
    public static string? Of(AidCase aidCase)
    {
        var told = string.Join('、', new[]
        {
            aidCase.NeededLanguage is { } language ? $"承办人会{language}" : null,
            aidCase.NeededGender is { } gender ? $"由{gender}性承办" : null,
            aidCase.NeedsBarrierFree ? "无障碍服务" : null,
        }.OfType<string>());
        return told.Length == 0 ? null : told;
    }
}
