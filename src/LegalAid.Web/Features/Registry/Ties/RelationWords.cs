using LegalAid.Rules.Recusals;

namespace LegalAid.Web.Features.Registry.Ties;

/// <summary>How near relatives are spoken of.</summary>
internal static class RelationWords
{
    public static string Of(Relation relation) => relation switch
    {
        Relation.Spouse => "配偶",
        Relation.Parent => "父母",
        Relation.Child => "子女",
        Relation.Sibling => "兄弟姐妹",
        Relation.Grandparent => "祖父母、外祖父母",
        Relation.Grandchild => "孙子女、外孙子女",
        Relation.Self or Relation.OtherRelative or Relation.OtherInterest or Relation.Namesake => "其他",
        _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, "Unknown relation."),
    };
}
