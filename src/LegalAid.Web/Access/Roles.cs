namespace LegalAid.Web.Access;

/// <summary>What a signed-in officer may be. One account has one role in one office.</summary>
public static class Roles
{
    /// <summary>法律援助中心经办人员</summary>
    public const string Clerk = "clerk";

    /// <summary>法律援助中心负责人</summary>
    public const string Director = "director";

    /// <summary>司法局（监督指导）</summary>
    public const string Bureau = "bureau";

    /// <summary>律师事务所、基层法律服务所管理员</summary>
    public const string FirmAdministrator = "firm";

    /// <summary>律师、基层法律服务工作者</summary>
    public const string Practitioner = "practitioner";

    /// <summary>系统管理员: keeps the accounts and the office's particulars, and sees no case and no person of the roster.</summary>
    public const string Administrator = "admin";

    /// <summary>审计管理员: reads the journal, and changes nothing.</summary>
    public const string Auditor = "audit";

    public static IReadOnlyList<string> All { get; } = [Clerk, Director, Bureau, FirmAdministrator, Practitioner, Administrator, Auditor];

    public static string Name(string role) => role switch
    {
        Clerk => "中心经办",
        Director => "中心负责人",
        Bureau => "司法局",
        FirmAdministrator => "机构管理员",
        Practitioner => "法律援助人员",
        Administrator => "系统管理员",
        Auditor => "审计管理员",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}
