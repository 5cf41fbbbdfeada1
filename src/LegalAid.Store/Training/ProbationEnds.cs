using LegalAid.Store.Journal;

namespace LegalAid.Store.Training;

/// <summary>A probation is of the duty pool (WZ-19.1): with the standing there it ends, judged by nobody, and whoever comes back begins anew.</summary>
public static class ProbationEnds
{
    private const string Conclusion = "已离开值班库，试用期随之结束。";

    public static void WithDuty(AidDb db, Probation probation, DateTime atUtc)
    {
        (probation.Status, probation.AssessedOn, probation.Conclusion) = (ProbationStatus.Ended, DateOnly.FromDateTime(OfficeClock.ToLocal(atUtc)), Conclusion);
        db.Note(probation.OfficeId, atUtc, Act.ProbationEnded, probation.MembershipId, officerId: null, details: new { endsOn = probation.EndsOn });
    }
}
