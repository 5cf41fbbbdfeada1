using System.ComponentModel.DataAnnotations;

namespace LegalAid.Rules.Recusals;

/// <summary>What ties an officer to somebody in a case (与当事人的关系); the party is the officer's spouse, parent and so on.</summary>
public enum Relation
{
    [Display(Name = "就是本人")]
    Self = 1,

    [Display(Name = "配偶")]
    Spouse,

    [Display(Name = "父母")]
    Parent,

    [Display(Name = "子女")]
    Child,

    [Display(Name = "兄弟姐妹")]
    Sibling,

    [Display(Name = "祖父母、外祖父母")]
    Grandparent,

    [Display(Name = "孙子女、外孙子女")]
    Grandchild,

    [Display(Name = "其他亲属（如堂表兄弟姐妹、姻亲）")]
    OtherRelative,

    [Display(Name = "可能影响公正的其他关系")]
    OtherInterest,

    [Display(Name = "只是同名，不是本人")]
    Namesake,
}

/// <summary>Who counts as near.</summary>
public static class Relations
{
    /// <summary>近亲属 as the Civil Code lists them in art. 1045: no cousins, no in-laws.</summary>
    public static bool IsNearRelative(Relation relation) => relation switch
    {
        Relation.Spouse or Relation.Parent or Relation.Child or Relation.Sibling or Relation.Grandparent or Relation.Grandchild => true,
        Relation.Self or Relation.OtherRelative or Relation.OtherInterest or Relation.Namesake => false,
        _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, "Unknown relation."),
    };
}
