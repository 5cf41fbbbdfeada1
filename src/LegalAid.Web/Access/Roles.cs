namespace LegalAid.Web.Access;

/// <summary>What a signed-in officer may be. One account has one role in one office.</summary>
public static class Roles
{
    /// <summary>法律援助中心经办人员</summary>
    public const string Clerk = "clerk";

    /// <summary>法律援助中心负责人</summary>
    public const string Director = "director";

    /// <summary>司法局公共法律服务管理科: supervises as the bureau does, and decides on the recusal of the centre's head (BB-8.3), nothing else.</summary>
    public const string Section = "section";

    /// <summary>司法局（监督指导）</summary>
    public const string Bureau = "bureau";

    /// <summary>律师事务所、基层法律服务所管理员</summary>
    public const string FirmAdministrator = "firm";

    /// <summary>律师、基层法律服务工作者</summary>
    public const string Practitioner = "practitioner";

    /// <summary>公共法律服务工作站: takes applications in for the centre, and sees what it sent and how that stands.</summary>
    public const string Station = "station";

    /// <summary>质量评查员: reads the cases given for review, without anybody's contact.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>受援人: sees how the own cases stand.</summary>
    public const string Recipient = "recipient";

    /// <summary>申请人: came from outside to apply for the pool, and sees the own application alone.</summary>
    public const string Applicant = "applicant";

    /// <summary>系统管理员: keeps the accounts and the office's particulars, and sees no case and no person of the roster.</summary>
    public const string Administrator = "admin";

    /// <summary>安全保密管理员: opens and locks the way in, and confirms the roles the system administrator gives out; sees no case and no person of the roster.</summary>
    public const string Security = "security";

    /// <summary>审计管理员: reads the journal, and changes nothing.</summary>
    public const string Auditor = "audit";

    public static IReadOnlyList<string> All { get; } = [Clerk, Director, Section, Bureau, FirmAdministrator, Practitioner, Station, Reviewer, Recipient, Applicant, Administrator, Security, Auditor];

    /// <summary>What the system administrator opens accounts for; a recipient's is the centre's to open, an applicant opens the own.</summary>
    public static IReadOnlyList<string> Given { get; } = [.. All.Where(role => role is not (Recipient or Applicant))];

    /// <summary>三员分立: nobody holds two of these at one office.</summary>
    public static IReadOnlyList<string> Apart { get; } = [Administrator, Security, Auditor];

    /// <summary>What the security administrator confirms before it takes effect: whoever acts for centre and bureau, or keeps the program.</summary>
    public static IReadOnlyList<string> Confirmed { get; } = [Clerk, Director, Section, Bureau, .. Apart];

    public static string Name(string role) => role switch
    {
        Clerk => "中心经办",
        Director => "中心负责人",
        Section => "公共法律服务管理科",
        Bureau => "司法局",
        FirmAdministrator => "机构管理员",
        Practitioner => "法律援助人员",
        Station => "工作站",
        Reviewer => "质量评查员",
        Recipient => "受援人",
        Applicant => "申请人",
        Administrator => "系统管理员",
        Security => "安全保密管理员",
        Auditor => "审计管理员",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}
