using LegalAid.Store.Registry;
using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Registry;

/// <summary>The columns of a roster (名册). Political status is known so that it can be left out: the office has no need of it.</summary>
internal static class RosterColumns
{
    public static readonly ListColumn Name = new("姓名", true);
    public static readonly ListColumn Gender = new("性别", true) { Words = ["男", "女"] };
    public static readonly ListColumn BornOn = new("出生日期", false, "出生年月日", "出生年月") { How = ColumnHelp.Day + "有身份证号的可以不填。" };
    public static readonly ListColumn Identity = new("身份证号", true, "身份证号码", "公民身份号码", "身份证") { How = "18 位。加密保存。" };
    public static readonly ListColumn PoliticalStatus = new("政治面貌", false) { How = "不读取，不保存。" };
    public static readonly ListColumn Education = new("学历", false, "文化程度") { How = "如：本科、硕士研究生。" };
    public static readonly ListColumn Kind = new("人员类别", true, "类别", "执业类别", "人员性质") { Words = ColumnHelp.Named(Registry.Words.Kinds) };
    public static readonly ListColumn Institution = new("执业单位", true, "执业机构", "所在机构", "所在单位", "工作单位", "单位") { How = "机构全称；公职律师、公司律师写所在单位。" };
    public static readonly ListColumn Licence = new("执业证号", true, "执业证号码", "执业证编号") { How = "17 位。" };
    public static readonly ListColumn FirstLicensedOn = new("首次执业日期", true, "首次执业时间", "首次执业年月日") { How = ColumnHelp.Day };
    public static readonly ListColumn Phone = new("联系电话", true, "手机", "手机号", "手机号码", "电话", "联系方式") { How = "加密保存。" };
    public static readonly ListColumn Address = new("通讯地址", false, "联系地址", "地址") { How = "加密保存。" };
    public static readonly ListColumn Intents = new("服务意向", true, "援助意向", "意向") { How = $"{string.Join('、', ColumnHelp.Named(Registry.Words.Intents))}，可以写几项，用顿号隔开。" };
    public static readonly ListColumn Duty = new("是否值班", false, "值班意愿", "是否参加值班") { Words = ColumnHelp.YesNo, How = "值班库。" };
    public static readonly ListColumn CasePool = new("是否办案", false, "办案库", "是否进入办案库") { Words = ColumnHelp.YesNo, How = "办案库。没有这一列的，有服务意向就列入。" };
    public static readonly ListColumn Remark = new("备注", false);
    public static readonly ListColumn LicenceState = new("执业状态", false, "状态", "执业证状态") { Words = ["正常", "注销", "吊销", "暂停执业"], How = "主管部门常用的其他写法也认得；不正常的不纳入。" };

    private static readonly IReadOnlyList<ListColumn> OfRoster =
        [Name, Gender, BornOn, Identity, PoliticalStatus, Education, Kind, Institution, Licence, FirstLicensedOn, Phone, Address, Intents, Duty, CasePool, Remark];

    // The licensing department knows who practises, not what for: services are the office's own.
    private static readonly IReadOnlyList<ListColumn> OfRegister =
        [Name, Gender, BornOn, Identity, PoliticalStatus, Education, Kind, Institution, Licence, FirstLicensedOn, Phone, Address, LicenceState];

    public static IReadOnlyList<ListColumn> Of(UploadKind kind) => kind switch
    {
        UploadKind.Roster => OfRoster,
        UploadKind.Register => OfRegister,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a list of people."),
    };
}
