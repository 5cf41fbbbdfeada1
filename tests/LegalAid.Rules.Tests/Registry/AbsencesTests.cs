using LegalAid.Rules.Registry;
using Xunit;

namespace LegalAid.Rules.Tests.Registry;

public sealed class AbsencesTests
{
    private static readonly DateOnly Today = new(2026, 6, 17);

    [Theory]
    [InlineData("Leave 2026-07-01 2026-07-10", "", "")]
    [InlineData("Leave 2026-07-10 2026-07-10", "", "")]                                         // one day
    [InlineData("Leave 2026-07-10 2026-07-09", "", "absence-days")]
    [InlineData("Leave 2026-01-01 2026-01-31", "", "absence-before-joining")]
    [InlineData("Leave 2026-01-01 2026-02-01", "", "")]                                         // touches the day of joining
    [InlineData("Leave 2028-06-17 2028-06-18", "", "")]
    [InlineData("Leave 2028-06-18 2028-06-18", "", "absence-after-leaving")]                    // the day of leaving is the first outside
    [InlineData("Leave 2024-06-17 2026-03-01", "", "")]
    [InlineData("Leave 2024-06-16 2026-03-01", "", "absence-far")]
    [InlineData("Leave 2026-07-01 2026-07-10", "Leave 2026-07-10 2026-07-20", "absence-overlaps")]
    [InlineData("Leave 2026-07-01 2026-07-10", "Leave 2026-07-11 2026-07-20", "")]              // back to back
    [InlineData("Leave 2026-07-01 2026-07-10", "Leave 2026-05-01 -", "absence-overlaps")]       // an open one has no end
    [InlineData("Leave 2026-07-01 -", "Leave 2026-12-01 2026-12-02", "absence-overlaps")]
    [InlineData("Leave 2026-07-01 2026-07-10", "Suspension 2026-07-05 -", "absence-overlaps")]
    [InlineData("Suspension 2026-07-01 2026-07-31", "Leave 2026-07-05 2026-07-08", "")]         // a sanction does not wait for a leave
    [InlineData("PracticeStopped 2026-07-01 -", "Suspension 2026-06-01 -", "")]
    public void An_absence_is_recorded_once_and_makes_sense(string wanted, string known, string expected) =>
        Assert.Equal(expected, Absences.WhyNotRecord(Parse(wanted), known.Length == 0 ? [] : [Parse(known)], new(new(2026, 2, 1), new(2028, 6, 18)), Today)?.Code ?? "");

    [Theory]
    [InlineData("Leave 2026-06-01 -", "2026-06-17", "")]
    [InlineData("Leave 2026-06-01 -", "2026-05-31", "absence-days")]
    [InlineData("Leave 2026-06-01 2026-06-30", "2026-06-20", "")]
    [InlineData("Leave 2026-06-01 2026-06-30", "2026-07-01", "absence-longer")]
    [InlineData("Leave 2026-06-01 2026-06-16", "2026-06-10", "absence-over")]
    [InlineData("Leave 2026-06-01 2026-06-17", "2026-06-10", "")]                               // still runs today
    public void An_absence_is_ended_once_and_never_prolonged(string known, string lastDay, string expected) =>
        Assert.Equal(expected, Absences.WhyNotEnd(Parse(known), DateOnly.Parse(lastDay), Today)?.Code ?? "");

    private static TimeAway Parse(string text) => text.Split(' ') is [var kind, var first, var last]
        ? new(Enum.Parse<AbsenceKind>(kind), DateOnly.Parse(first), last == "-" ? null : DateOnly.Parse(last))
        : throw new ArgumentException("kind first last", nameof(text));
}
