using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text;
using LegalAid.Rules.Common;
using LegalAid.Rules.Recusals;

namespace LegalAid.Rules.Registry;

/// <summary>A near relative as entered for the conflict check.</summary>
public sealed record RelativeEntry(Relation? Relation, string? Name);

/// <summary>A post as judge or prosecutor as entered.</summary>
public sealed record PostEntry(string? Authority, DateOnly? LeftOn);

/// <summary>What binds a member to somebody or something besides family (利害关系).</summary>
public enum InterestKind
{
    [Display(Name = "持股、出资")]
    Shares = 1,

    [Display(Name = "任职、兼职")]
    Post,

    [Display(Name = "债权债务")]
    Debt,

    [Display(Name = "其他")]
    Other,
}

/// <summary>In which office somebody dealt with a matter (公职身份).</summary>
public enum OfficialCapacity
{
    [Display(Name = "行政人员")]
    Official = 1,

    [Display(Name = "审判人员")]
    Judge,

    [Display(Name = "检察人员")]
    Prosecutor,

    [Display(Name = "仲裁人员")]
    Arbitrator,
}

/// <summary>A declared interest as entered; a relation says that it is a near relative's.</summary>
public sealed record InterestEntry(InterestKind? Interest, Relation? Relation, string? Name, string? MatterNumber);

/// <summary>A matter dealt with in office as entered.</summary>
public sealed record OfficialEntry(OfficialCapacity? Capacity, string? Party, string? MatterNumber);

/// <summary>Duty help to one person as entered.</summary>
public sealed record DutyHelpEntry(string? Name, string? MatterNumber, DateOnly? HelpedOn);

/// <summary>What a tie of a member needs to be of use to the conflict check.</summary>
public static class Ties
{
    /// <summary>Only near relatives of the Civil Code count (CF-02); others are a matter for the member's own declaration.</summary>
    public static Refusal? WhyNotRelative(RelativeEntry relative) =>
        relative.Relation is not { } relation || !Relations.IsNearRelative(relation) ? new("tie-relation", "请选择近亲属关系：配偶、父母、子女、兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女。", ["CF-02"])
        : string.IsNullOrEmpty(relative.Name) ? new("tie-name", "请填写近亲属的姓名。", ["CF-02"])
        : PersonName.WhyNot(relative.Name) is { } fault ? new("tie-name", $"{fault}。", ["CF-02"])
        : null;

    public static Refusal? WhyNotPost(PostEntry post, DateOnly today) =>
        string.IsNullOrEmpty(post.Authority) ? new("tie-authority", "请填写原任职的法院或者检察院全称。", ["CF-11"])
        : post.LeftOn is not { } left ? new("tie-left", "请填写离任日。", ["CF-11"])
        : left > today ? new("tie-left-later", "离任日不能晚于今天。", ["CF-11"], $"{left:yyyy-MM-dd}")
        : null;

    public static Refusal? WhyNotFormerName(string? name) =>
        string.IsNullOrEmpty(name) ? new("tie-name", "请填写曾用名。", ["CF-01"])
        : PersonName.WhyNot(name) is { } fault ? new("tie-name", $"{fault}。", ["CF-01"])
        : null;

    /// <summary>An interest is of use with somebody or some matter to look for (CF-02).</summary>
    public static Refusal? WhyNotInterest(InterestEntry entry) =>
        entry.Interest is null ? new("tie-interest", "请选择利害关系的内容。", ["CF-02"])
        : entry.Relation is { } relation && !Relations.IsNearRelative(relation) ? new("tie-relation", "近亲属有利害关系的，请选择近亲属关系；本人的不选。", ["CF-02"])
        : string.IsNullOrEmpty(entry.Name) && string.IsNullOrEmpty(entry.MatterNumber) ? new("tie-with", "请填写有利害关系的人、单位或者案号。", ["CF-02"])
        : null;

    /// <summary>A matter is found again by the authority's number or by a party (CF-04).</summary>
    public static Refusal? WhyNotOfficial(OfficialEntry entry) =>
        entry.Capacity is null ? new("tie-capacity", "请选择处理该事项时的身份。", ["CF-04"])
        : string.IsNullOrEmpty(entry.Party) && string.IsNullOrEmpty(entry.MatterNumber) ? new("tie-matter", "请填写该事项的案号或者当事人。", ["CF-04"])
        : null;

    /// <summary>Who was helped, in which matter and when (CF-12): the number puts those of one joint crime together.</summary>
    public static Refusal? WhyNotDutyHelp(DutyHelpEntry entry, DateOnly today) =>
        string.IsNullOrEmpty(entry.Name) ? new("tie-name", "请填写受帮助人的姓名。", ["CF-12"])
        : PersonName.WhyNot(entry.Name) is { } fault ? new("tie-name", $"{fault}。", ["CF-12"])
        : string.IsNullOrEmpty(entry.MatterNumber) ? new("tie-matter", "请填写办案机关的案号或者来文号，同案的填同一个。", ["CF-12"])
        : entry.HelpedOn is not { } day ? new("tie-helped", "请填写提供法律帮助的日期。", ["CF-12"])
        : day > today ? new("tie-helped-later", "提供法律帮助的日期不能晚于今天。", ["CF-12"], $"{day:yyyy-MM-dd}")
        : null;

    public static string WordOf(OfficialCapacity capacity) => Display(capacity);

    public static string WordOf(InterestKind interest) => Display(interest);

    /// <summary>A case or letter number as it is compared: no blanks, brackets of one shape.</summary>
    public static string MatterNumber(string number) =>
        string.Concat(number.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)).Select(c => c switch { '〔' or '[' or '【' or '(' => '（', '〕' or ']' or '】' or ')' => '）', _ => c }));

    public static Refusal? WhyNotAdviser(DateOnly first, DateOnly? last) =>
        last < first ? new("adviser-days", "止日不能早于起日。", ["CF-13"], $"{first:yyyy-MM-dd}至{last:yyyy-MM-dd}") : null;

    private static string Display<T>(T value)
        where T : struct, Enum =>
        typeof(T).GetField(value.ToString())?.GetCustomAttribute<DisplayAttribute>()?.Name ?? throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown value.");
}
