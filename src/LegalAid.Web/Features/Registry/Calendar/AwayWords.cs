using LegalAid.Rules.Registry;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Registry;

/// <summary>How times away are spoken of and marked.</summary>
internal static class AwayWords
{
    /// <summary>One character, for a cell as narrow as a day.</summary>
    public static string Mark(AbsenceKind kind) => kind switch
    {
        AbsenceKind.Leave => "假",
        AbsenceKind.Suspension => "停",
        AbsenceKind.PracticeStopped => "止",
        AbsenceKind.AppraisalFailed => "考",
        AbsenceKind.LicenceEnded => "证",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of absence."),
    };

    /// <summary>Whether the whole word finds room in the cells of its days; a day is a character and a half wide.</summary>
    public static bool Fits(AwaySpan span) => Absences.NameOf(span.Kind).Length * 2 <= span.Days * 3;

    public static Tone ToneOf(AbsenceKind kind) => AvailabilityWords.Of(AvailabilityWords.Of([kind])).Tone;

    /// <summary>6月18日（周四）至 6月20日（周六）.</summary>
    public static string Span(DateOnly first, DateOnly? last, DateOnly today) =>
        first == last ? Show.Day(first, today) : $"{Show.Day(first, today)}至{(last is { } day ? Show.Day(day, today) : "另行通知")}";

    /// <summary>Days of one month: 18日至20日.</summary>
    public static string Days(DateOnly first, DateOnly last) => first == last ? $"{first.Day}日" : $"{first.Day}日至{last.Day}日";
}
