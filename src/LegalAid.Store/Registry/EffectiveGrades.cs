namespace LegalAid.Store.Registry;

/// <summary>Of each case one grade of a member: the highest body's, then the latest (WZ-P6.0). Every count of grades asks here.</summary>
public static class EffectiveGrades
{
    public static IQueryable<QualityGrade> In(AidDb db) => db.QualityGrades.Where(grade => !db.QualityGrades.Any(other =>
        other.MembershipId == grade.MembershipId && other.CaseNumber == grade.CaseNumber
        && (other.LevelOrder < grade.LevelOrder
            || (other.LevelOrder == grade.LevelOrder && (other.EffectiveOn > grade.EffectiveOn || (other.EffectiveOn == grade.EffectiveOn && other.Id > grade.Id))))));
}
