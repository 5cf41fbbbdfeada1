using LegalAid.Rules.Registry;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Training;

namespace LegalAid.Store.Disclosure;

/// <summary>
/// Who stands on the published list on a day: the case pool, but nobody who left, is suspended or stopped from practising. Read from the records themselves,
/// so whoever leaves or is removed is off the list in the same transaction (WZ-29.2b).
/// </summary>
public static class ListedMembers
{
    public static IQueryable<Membership> On(AidDb db, DateOnly day) => db.Memberships
        .Where(m => m.LeftOn == null || m.LeftOn > day)
        .Where(PoolStanding.In(Pools.Cases, day))
        .Where(m => !m.Absences.Any(a => a.VoidedAtUtc == null && a.Kind != AbsenceKind.Leave && a.FirstDay <= day && (a.LastDay == null || a.LastDay >= day)));

    /// <summary>Of them those who may be given a case that day (WZ-8.2: who chooses a lawyer chooses among these): not on leave, trained and examined as the book asks.</summary>
    public static IQueryable<Membership> Available(AidDb db, DateOnly day, RuleBook book)
    {
        var listed = On(db, day).Where(m => !m.Absences.Any(a => a.VoidedAtUtc == null && a.FirstDay <= day && (a.LastDay == null || a.LastDay >= day)));
        if (book.Assignment.ExamPassMark is { } mark && book.BeforeWork?.Exam is not { Value: false })
        {
            listed = listed.Where(m => m.Exams.Any(e => e.Score >= mark.Value));
        }

        return book.BeforeWork?.Induction.Value == true
            ? listed.Where(m => m.Exams.Any(e => e.TrainedOn != null) || db.TrainingAttendances.Where(Inductions.Done).Any(a => a.MembershipId == m.Id))
            : listed;
    }
}
