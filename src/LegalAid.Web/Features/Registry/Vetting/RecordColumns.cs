using LegalAid.Rules.Registry.Vetting;
using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>The sheet the licensing department sends: who, what, since when, by whom. Licence number or identity number must be there; with both, both must be one person's.</summary>
internal static class RecordColumns
{
    public static readonly ListColumn Name = new("姓名", true);
    public static readonly ListColumn Licence = new("执业证号", false, "执业证号码") { How = "执业证号、身份证号至少填一个。" };
    public static readonly ListColumn Identity = new("身份证号", false, "身份证号码", "公民身份号码") { How = "执业证号、身份证号至少填一个。加密后比对。" };
    public static readonly ListColumn Kind = new("记录类别", true, "类别") { Words = ["行政处罚", "行业惩戒", "查证属实的投诉"] };
    public static readonly ListColumn EffectiveOn = new("生效日期", true, "决定生效日期", "查证属实日期") { How = ColumnHelp.Day };
    public static readonly ListColumn Statement = new("内容", true, "处理内容");
    public static readonly ListColumn RecordSource = new("来源", true, "机关和文号", "作出决定的机关和文号") { How = "作出决定的机关和文号。" };

    public static IReadOnlyList<ListColumn> All { get; } = [Name, Licence, Identity, Kind, EffectiveOn, Statement, RecordSource];

    public static IReadOnlyDictionary<string, OfficialRecordKind> Kinds { get; } = new Dictionary<string, OfficialRecordKind>(StringComparer.Ordinal)
    {
        ["行政处罚"] = OfficialRecordKind.AdministrativePenalty,
        ["行业惩戒"] = OfficialRecordKind.IndustrySanction,
        ["查证属实的投诉"] = OfficialRecordKind.VerifiedComplaint,
        ["处罚"] = OfficialRecordKind.AdministrativePenalty,
        ["行业处分"] = OfficialRecordKind.IndustrySanction,
        ["惩戒"] = OfficialRecordKind.IndustrySanction,
        ["投诉"] = OfficialRecordKind.VerifiedComplaint,
        ["投诉查证属实"] = OfficialRecordKind.VerifiedComplaint,
    };
}
