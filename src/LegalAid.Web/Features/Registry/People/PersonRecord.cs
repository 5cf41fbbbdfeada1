using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;

namespace LegalAid.Web.Features.Registry;

/// <summary>A case of a person: in this program or from before it.</summary>
public sealed record MatterRow(Guid? CaseId, string CaseNumber, CaseKind Kind, CaseStage Stage, DateOnly AssignedOn, Guid? PriorId = null);

/// <summary>A case brought along that was closed since.</summary>
public sealed record ClosedMatterRow(Guid Id, string CaseNumber, DateOnly ClosedOn);

/// <summary>A line of a person's timeline.</summary>
public sealed record PersonLine(DateTime AtUtc, Act Act, string? Who, string? Reason);

/// <summary>What the office knows of a member; personal values masked.</summary>
public sealed record PersonRecord(Membership Member, string Identity, string Phone, string? Address)
{
    public required IReadOnlyList<MatterRow> Matters { get; init; }

    /// <summary>Cases brought along and closed since, the last first; a dozen at most.</summary>
    public required IReadOnlyList<ClosedMatterRow> ClosedMatters { get; init; }

    /// <summary>Criminal cases handled here, later than the figures brought along.</summary>
    public required int CriminalCasesSince { get; init; }

    public int CriminalCases => Member.CriminalCases + CriminalCasesSince;

    /// <summary>Until when the reported year counts as 近一年; null when there is none.</summary>
    public DateOnly? LastYearCountsUntil => Member is { PriorAidCasesLastYear: > 0, ExperienceAsOf: { } asOf } ? BroughtAlong.LastDay(asOf) : null;

    public required IReadOnlyList<PersonLine> Timeline { get; init; }

    public IEnumerable<QualityGrade> Grades => Member.Grades.OrderByDescending(g => g.EffectiveOn);

    public IEnumerable<ExamResult> Exams => Member.Exams.OrderByDescending(e => e.ExaminedOn);

    public IEnumerable<Absence> Absences => Member.Absences.OrderByDescending(a => a.FirstDay);

    public Availability AvailabilityOn(DateOnly day) =>
        Member.LeftOn <= day ? Availability.Left
        : AvailabilityWords.Of([.. Member.Absences.Where(a => a.VoidedAtUtc is null && new TimeAway(a.Kind, a.FirstDay, a.LastDay).Contains(day)).Select(a => a.Kind)]);

    public int YearsOn(DateOnly day) => Experience.FullYears(Member.FirstLicensedOn, day);
}
