using LegalAid.Rules.Common;
using LegalAid.Rules.Recusals;

namespace LegalAid.Rules.Registry;

/// <summary>A near relative as entered for the conflict check.</summary>
public sealed record RelativeEntry(Relation? Relation, string? Name);

/// <summary>A post as judge or prosecutor as entered.</summary>
public sealed record PostEntry(string? Authority, DateOnly? LeftOn);

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

    public static Refusal? WhyNotAdviser(DateOnly first, DateOnly? last) =>
        last < first ? new("adviser-days", "止日不能早于起日。", ["CF-13"], $"{first:yyyy-MM-dd}至{last:yyyy-MM-dd}") : null;
}
