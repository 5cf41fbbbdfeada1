using LegalAid.Store.Registry;
using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Registry;

/// <summary>The sheets an office brings: four of history (办案历史), and when it goes live in the middle of a year four of figures and the reconciliation (期初数据). People are matched by licence number.</summary>
internal static class HistoryColumns
{
    public const string Experience = "办案经历";
    public const string Grades = "质量评估";
    public const string Matters = "在办案件";
    public const string Exams = "培训考试";
    public const string Duty = "值班次数";
    public const string Points = "积分";
    public const string Sanctions = "惩戒处分";
    public const string Paid = "已付补贴";
    public const string Reconciliation = "对账";

    public static readonly ListColumn Licence = new("执业证号", true, "承办人执业证号", "执业证号码");
    public static readonly ListColumn Name = new("姓名", false, "承办人", "承办人姓名");

    public static readonly ListColumn CriminalCases = new("累计刑事辩护案件数", true, "刑事辩护案件数");
    public static readonly ListColumn FirstCriminalCaseOn = new("首件刑事案件承办日期", false) { How = ColumnHelp.Day };
    public static readonly ListColumn AsOf = new("截至日期", false, "统计截至", "数据截至") { How = ColumnHelp.Day + "没有填的，以导入当天为准。" };
    public static readonly ListColumn AidCases = new("累计法律援助案件数", true, "法律援助案件数");
    public static readonly ListColumn AidCasesLastYear = new("近一年法律援助案件数", true);
    public static readonly ListColumn Specialities = new("专长", false) { How = "可以写几项，用顿号隔开。" };
    public static readonly ListColumn Minors = new("熟悉未成年人案件", false) { Words = ColumnHelp.YesNo };
    public static readonly ListColumn Languages = new("语言", false) { How = "普通话以外的语言、方言、手语，可以写几项，用顿号隔开。" };
    public static readonly ListColumn FirstAidCaseHereOn = new("本地首件法律援助案件日期", false, "本地首件日期") { How = ColumnHelp.Day + "在本地办的第一件法律援助案件。" };

    public static readonly ListColumn CaseNumber = new("案号", true, "案件编号");
    public static readonly ListColumn AssessedBy = new("评估机关", true, "评估机构", "评估单位");
    public static readonly ListColumn GradeGiven = new("等次", true, "评估等次") { Words = ColumnHelp.Named(Words.Grades) };
    public static readonly ListColumn EffectiveOn = new("生效日期", true, "评估日期") { How = ColumnHelp.Day };

    public static readonly ListColumn CaseKind = new("类型", true, "案件类型") { Words = ColumnHelp.Named(Words.CaseKinds) };
    public static readonly ListColumn Recipient = new("受援人", true);
    public static readonly ListColumn Opponent = new("对方当事人", true);
    public static readonly ListColumn Institution = new("承办机构", true);
    public static readonly ListColumn AssignedOn = new("指派日期", true) { How = ColumnHelp.Day };
    public static readonly ListColumn Stage = new("阶段", true, "案件阶段") { Words = ColumnHelp.Named(Words.Stages) };
    public static readonly ListColumn HandlerChanges = new("已更换次数", false, "更换次数", "更换承办人次数");

    public static readonly ListColumn TrainedOn = new("岗前培训日期", false, "培训日期") { How = ColumnHelp.Day };
    public static readonly ListColumn ExaminedOn = new("考试日期", true) { How = ColumnHelp.Day };
    public static readonly ListColumn Score = new("成绩", true, "分数");

    public static readonly ListColumn WindowShifts = new("本年窗口值班次数", true, "窗口值班次数");
    public static readonly ListColumn HotlineShifts = new("本年热线值班次数", true, "热线值班次数", "12348值班次数");
    public static readonly ListColumn PointsSoFar = new("本季度积分", true, "积分");
    public static readonly ListColumn PaidSoFar = new("本年已付金额", true, "已付金额", "金额");
    public static readonly ListColumn FiguresAsOf = new("截至日期", true, "统计截至", "数据截至") { How = ColumnHelp.Day };

    public static readonly ListColumn SanctionKind = new("类别", true, "处分类别") { Words = ColumnHelp.Named(Words.Sanctions) };
    public static readonly ListColumn SanctionFrom = new("生效日期", true, "处分日期") { How = ColumnHelp.Day };
    public static readonly ListColumn SanctionText = new("内容", true, "处分内容");
    public static readonly ListColumn SanctionSource = new("决定机关和文号", true, "决定机关", "来源");

    public static readonly ListColumn StatedSheet = new("工作表", true);
    public static readonly ListColumn StatedRows = new("行数", true, "人数", "件数");
    public static readonly ListColumn StatedSum = new("合计", true, "合计数");

    private static readonly IReadOnlyList<(string Sheet, IReadOnlyList<ListColumn> Columns)> OfHistory =
    [
        (Experience, [Licence, Name, CriminalCases, FirstCriminalCaseOn, AidCases, AidCasesLastYear, AsOf, Specialities, Minors, Languages, FirstAidCaseHereOn]),
        (Grades, [Licence, Name, CaseNumber, AssessedBy, GradeGiven, EffectiveOn]),
        (Matters, [Licence, Name, CaseNumber, CaseKind, Recipient, Opponent, Institution, AssignedOn, Stage, HandlerChanges]),
        (Exams, [Licence, Name, TrainedOn, ExaminedOn, Score]),
    ];

    private static readonly IReadOnlyList<(string Sheet, IReadOnlyList<ListColumn> Columns)> OfFigures =
    [
        (Duty, [Licence, Name, WindowShifts, HotlineShifts, FiguresAsOf]),
        (Points, [Licence, Name, PointsSoFar, FiguresAsOf]),
        (Paid, [Licence, Name, PaidSoFar, FiguresAsOf]),
        (Sanctions, [Licence, Name, SanctionKind, SanctionFrom, SanctionText, SanctionSource]),
    ];

    /// <summary>Sheets whose figures are added up and compared with the sender's sum.</summary>
    public static IReadOnlySet<string> Summed { get; } = new HashSet<string>(StringComparer.Ordinal) { Experience, Duty, Points, Paid };

    public static IReadOnlyList<(string Sheet, IReadOnlyList<ListColumn> Columns)> Of(UploadKind kind) => kind switch
    {
        UploadKind.History => OfHistory,
        UploadKind.GoingLive => [.. OfFigures, .. OfHistory, (Reconciliation, [StatedSheet, StatedRows, StatedSum])],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No workbook of history."),
    };
}
