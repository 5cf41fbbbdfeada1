using System.Globalization;
using LegalAid.Rules.Training;

namespace LegalAid.Web.Parts;

/// <summary>How coming to trainings is spoken of, on the pages of training and wherever a person's record tells of it.</summary>
public static class AttendanceWords
{
    public static (string Word, Tone Tone) Of(AttendanceState state) => state switch
    {
        AttendanceState.Upcoming => ("未签到", Tone.Plain),
        AttendanceState.Present => ("已参训", Tone.Good),
        AttendanceState.Late => ("迟到", Tone.Attention),
        AttendanceState.ToMakeUp => ("缺训，待补课", Tone.Attention),
        AttendanceState.MakeUpSent => ("补课待确认", Tone.Waiting),
        AttendanceState.MadeUp => ("已补课", Tone.Good),
        AttendanceState.Missed => ("缺训，未补课", Tone.Bad),
        AttendanceState.ToVerify => ("签到待核实", Tone.Waiting),
        AttendanceState.Absent => ("未参训", Tone.Plain),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };

    /// <summary>Tenths of an hour as people write them: 3, 1.5.</summary>
    public static string Hours(int tenths) => (tenths / 10m).ToString("0.#", CultureInfo.InvariantCulture);
}
