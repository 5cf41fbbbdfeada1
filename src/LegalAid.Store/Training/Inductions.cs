using System.Linq.Expressions;

namespace LegalAid.Store.Training;

/// <summary>The centre's own training before the work (岗前培训, WZ-10.1), as it counts: came and signed in where nothing is left to check, or made up for.</summary>
public static class Inductions
{
    public static Expression<Func<TrainingAttendance, bool>> Done { get; } =
        a => a.Event.Induction && a.Event.CancelledAtUtc == null && (a.SignedInAtUtc != null || a.MadeUp);
}
