using LegalAid.Store.Api;

namespace LegalAid.Web.Features.Keys;

/// <summary>How a key's scope is spoken of.</summary>
internal static class KeyWords
{
    public static string Of(ApiScope kind) => kind switch
    {
        ApiScope.Assignment => "指派",
        ApiScope.Admission => "受理",
        ApiScope.Deadline => "期限",
        ApiScope.PoolAdmission => "入库",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not one kind."),
    };

    public static string All(ApiScope scope) => string.Join('、', Enum.GetValues<ApiScope>().Where(kind => kind != ApiScope.None && scope.HasFlag(kind)).Select(Of));
}
