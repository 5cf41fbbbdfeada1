using LegalAid.Rules.Registry;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Registry;

/// <summary>Whether a member can be called on today, as a filter of the list knows it.</summary>
public enum Availability
{
    Available = 1,
    Leave,
    Suspension,
    PracticeStopped,
    AppraisalFailed,
    LicenceEnded,
    Left,
}

internal static class AvailabilityWords
{
    /// <summary>The gravest of today's absences, or available.</summary>
    public static Availability Of(IReadOnlyList<AbsenceKind> today) => today.Count == 0 ? Availability.Available : (Availability)(1 + today.Max(kind => (int)kind));

    public static (string Word, Tone Tone) Of(Availability availability) => availability switch
    {
        Availability.Available => ("可指派", Tone.Good),
        Availability.Leave => ("请假", Tone.Attention),
        Availability.Suspension => ("暂停指派", Tone.Bad),
        Availability.PracticeStopped => ("停止执业", Tone.Ended),
        Availability.AppraisalFailed => ("考核未通过", Tone.Ended),
        Availability.LicenceEnded => ("执业证失效", Tone.Ended),
        Availability.Left => ("已离开", Tone.Ended),
        _ => throw new ArgumentOutOfRangeException(nameof(availability), availability, "Unknown availability."),
    };
}
