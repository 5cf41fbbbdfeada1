namespace LegalAid.Rules.Assignment;

/// <summary>Which of two handlers somebody is (QDN-4.4: AB 岗).</summary>
public enum HandlerRole
{
    /// <summary>主办（A岗）；只有一人承办的，就是这一人</summary>
    Lead = 1,

    /// <summary>协办（B岗），主办不能到案时接手</summary>
    Assistant,
}

/// <summary>How handlers are named: one alone by the name, several each with the role.</summary>
public static class HandlerRoles
{
    /// <summary>By the place in the order they were named in.</summary>
    public static HandlerRole At(int place) => place == 0 ? HandlerRole.Lead : HandlerRole.Assistant;

    public static string Told(string name, HandlerRole role, int handlers) => handlers < 2 ? name : $"{name}（{WordOf(role)}）";

    private static string WordOf(HandlerRole role) => role switch
    {
        HandlerRole.Lead => "主办，A岗",
        HandlerRole.Assistant => "协办，B岗",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}
