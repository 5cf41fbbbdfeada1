using System.Security.Claims;
using LegalAid.Rules.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;

namespace LegalAid.Web.Parts;

/// <summary>One way into the program; shown only to the roles that may open it.</summary>
public sealed record NavigationEntry(string Title, string Url, IReadOnlyList<string> Roles)
{
    /// <summary>What the office's book must speak of for the page to say anything; null where every office needs it.</summary>
    public Func<RuleBook, bool>? Needs { get; init; }

    /// <summary>Where pages of this entry stand that do not stand below its own address.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>The entry's own page or one below it; a longer entry that fits better wins in <see cref="Navigation.Current"/>.</summary>
    public bool Covers(string path) => Also.Prepend(Url).Any(url =>
        string.Equals(path, url, StringComparison.Ordinal) || (url != "/" && path.StartsWith(url + "/", StringComparison.Ordinal)));
}

public sealed record NavigationGroup(string? Title, IReadOnlyList<NavigationEntry> Entries);

/// <summary>The one table of the program's navigation.</summary>
public static class Navigation
{
    /// <summary>Carries the count of what was not read yet.</summary>
    public const string Inbox = "/inbox";

    private static readonly string[] Centre = [Roles.Clerk, Roles.Director];
    private static readonly string[] CaseWork = [Roles.Clerk, Roles.Director, Roles.Section, Roles.Bureau, Roles.FirmAdministrator, Roles.Practitioner, Roles.Station];
    private static readonly string[] Office = [Roles.Clerk, Roles.Director, Roles.Section, Roles.Bureau];

    public static IReadOnlyList<NavigationGroup> All { get; } =
    [
        new(null, [new("待办", "/", [.. Roles.All.Where(role => role != Roles.Recipient)]), new("我的案件", "/", [Roles.Recipient]), new("站内信", Inbox, Roles.All)]),
        new("受理",
        [
            new("收文登记", "/intake/letters", Centre),
            new("受理申请", "/intake/applications", Centre),
            new("登记申请", "/intake/applications/new", [Roles.Station]),
            new("工作站", "/stations", [Roles.Director]),
        ]),
        new("办案", [new("案件", "/cases", CaseWork), new("回避", "/recusals", Office)]),
        new("指派",
        [
            new("指派", "/assignment", Office),
            new("案源", "/postings/all", Office) { Needs = book => book.Corps is not null },
            new("案源报名", "/postings", [Roles.Practitioner]) { Needs = book => book.Corps is not null },
            new("辞接", "/assignment/declines", Office),
            new("轮候队列", "/assignment/queues", Office),
            new("承办力量", "/assignment/strength", Office),
            new("短缺提示", "/assignment/shortages", Office),
            new("处理事项", "/conduct", Office),
            new("授权代行", "/authority", Office),
        ]),
        new("统计",
        [
            new("指派统计", "/assignment/statistics", Office),
            new("例外统计", "/assignment/overrides", [Roles.Director, Roles.Bureau]),
            new("均衡", "/fairness", [Roles.Director, Roles.Bureau]),
            new("抽签", "/fairness/lottery", [.. Office, Roles.FirmAdministrator, Roles.Practitioner]),
        ]),
        new("资源库",
        [
            new("人员", "/registry/people", Office),
            new("机构", "/registry/institutions", Office),
            new("服务团", "/corps", Office) { Needs = book => book.Corps is not null },
            new("请假申请", "/registry/leaves", Centre),
            new("离岗日历", "/registry/calendar", Office),
            new("我的在库情况", "/registry/mine", [Roles.Practitioner]),
            new("请假", "/registry/mine/leave", [Roles.Practitioner]),
            new("公开名单", "/disclosure/list", Office) { Needs = book => book.Disclosure?.Roster is not null },
            new("三色清单", "/ranking/colours", Office) { Needs = book => book.ColourWeights is not null },
            new("构成和状态图", "/registry/states", Office),
            new("名册导入", "/registry/import", Centre),
            new("重复人员", "/registry/merges", Centre),
            new("期初数据", "/registry/golive", Centre),
        ]),
        new("入库和退出",
        [
            new("全员纳入", "/registry/enrolment", Centre) { Needs = book => book.Recruitment?.Entry.Value == EntryMode.Everyone },
            new("招募", "/registry/rounds", Office) { Needs = Calls, Also = ["/registry/applications", "/registry/objections"] },
            new("入库申请", "/joining", [Roles.Applicant, Roles.Practitioner]) { Needs = Calls },
            new("入库推荐", "/joining/firm", [Roles.FirmAdministrator]) { Needs = book => Calls(book) && ApplicationRules.SubmitterOf(book.Recruitment!) != Submitter.Person },
            new("更新登记事项", "/registry/updates", Centre),
            new("预定变更", "/registry/changes", Centre),
            new("集中更新", "/registry/renewals", Centre) { Needs = book => book.Recruitment?.Pools is not null || book.Corps is not null },
            new("执业状态核查", "/registry/licences", Centre),
            new("处罚、惩戒、投诉", "/registry/records", Centre),
            new("退出申请", "/registry/exits", Office),
            new("清退", "/registry/removals", Office) { Needs = book => book.Sanctions is not null },
        ]),
        new("培训",
        [
            new("培训", "/training", Office),
            new("我的培训", "/training/mine", [Roles.Practitioner, Roles.Station]),
            new("考试", "/training/exams", Office) { Needs = book => book.Training is not null },
            new("题库", "/training/questions", Centre) { Needs = book => book.Training is not null },
            new("试用期", "/training/probations", Office) { Needs = book => book.Training is not null },
            new("导师", "/training/mentors", Office) { Needs = book => book.Training is not null },
        ]),
        new("规则与留痕", [new("规则", "/rules", Roles.All), new("留痕", "/journal", [.. Office, Roles.Auditor]), new("每日封印", "/journal/roots", [Roles.Administrator, Roles.Auditor])]),
        new("系统",
        [
            new("账户", "/accounts", [Roles.Administrator, Roles.Security]),
            new("登录安全", "/accounts/security", [Roles.Security]),
            new("接口密钥", "/keys", [Roles.Administrator, Roles.Security]),
            new("工作站", "/stations", [Roles.Administrator]),
            new("机构信息", "/office", [Roles.Administrator]),
            new("通知发送", "/notices", [Roles.Administrator]),
        ]),
    ];

    /// <summary>What this officer may open and the office has a use for, empty groups left out.</summary>
    /// <param name="officer">The signed-in one.</param>
    /// <param name="book">The office's book of today; null where none is known, and then nothing is left out for it.</param>
    public static IReadOnlyList<NavigationGroup> For(ClaimsPrincipal officer, RuleBook? book) =>
    [
        .. from navigationGroup in All
           let entries = navigationGroup.Entries.Where(entry => entry.Roles.Any(officer.IsInRole) && (book is null || entry.Needs is not { } needs || needs(book))).ToList()
           where entries.Count > 0
           select navigationGroup with { Entries = entries },
    ];

    /// <summary>The office calls for people, and does not take in everybody licensed.</summary>
    private static bool Calls(RuleBook book) => book.Recruitment is { } recruitment && recruitment.Entry.Value != EntryMode.Everyone;

    /// <summary>Where the entry that holds this path leads: the most exact one.</summary>
    public static string? Current(string path) => All
        .SelectMany(navigationGroup => navigationGroup.Entries)
        .Where(entry => entry.Covers(path))
        .MaxBy(entry => entry.Url.Length)?.Url;
}
