using LegalAid.Rules.Recusals;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Recusals;

/// <summary>How recusals are spoken of.</summary>
internal static class Words
{
    public static string Of(Relation relation) => relation switch
    {
        Relation.Self => "就是本人",
        Relation.Spouse => "配偶",
        Relation.Parent => "父母",
        Relation.Child => "子女",
        Relation.Sibling => "兄弟姐妹",
        Relation.Grandparent => "祖父母、外祖父母",
        Relation.Grandchild => "孙子女、外孙子女",
        Relation.OtherRelative => "其他亲属（如堂表兄弟姐妹、姻亲）",
        Relation.OtherInterest => "可能影响公正的其他关系",
        Relation.Namesake => "只是同名，不是本人",
        _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, "Unknown relation."),
    };

    public static (string Word, Tone Tone) Of(RecusalStatus status) => status switch
    {
        RecusalStatus.Waiting => ("待决定，暂不办理", Tone.Waiting),
        RecusalStatus.Recused => ("已回避", Tone.Bad),
        RecusalStatus.NotRecused => ("不予回避", Tone.Good),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    public static string Of(RecusalBody body) => body switch
    {
        RecusalBody.Centre => "法律援助中心",
        RecusalBody.Section => "公共法律服务管理科",
        RecusalBody.Bureau => "区司法局",
        _ => throw new ArgumentOutOfRangeException(nameof(body), body, "Unknown body."),
    };
}
