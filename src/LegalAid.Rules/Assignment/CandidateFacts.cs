using LegalAid.Rules.Ranking;
using LegalAid.Rules.Registry;

namespace LegalAid.Rules.Assignment;

/// <summary>A legal service institution as the assignment rules see it.</summary>
public sealed record InstitutionFacts
{
    public required Guid Id { get; init; }

    public required InstitutionKind Kind { get; init; }

    /// <summary>The district it is registered in.</summary>
    public required string District { get; init; }

    public required IReadOnlyList<PractitionerFacts> Practitioners { get; init; }

    /// <summary>Its open place in the queue of this kind of case; none if it never joined, or where the turn goes to persons.</summary>
    public PlaceFacts? Place { get; init; }

    public DateOnly? ClosedOn { get; init; }

    /// <summary>Paired with this office for the long run (结对, QDN-3.3); none where the book knows no pairs.</summary>
    public bool? Partner { get; init; }

    /// <summary>在办</summary>
    public int OpenCases { get; init; }

    /// <summary>近一年</summary>
    public int CasesLastYear { get; init; }

    /// <summary>Findings that concern the institution as a whole.</summary>
    public IReadOnlyList<ConflictFinding> Conflicts { get; init; } = [];
}

/// <summary>A practitioner as the assignment rules see it.</summary>
public sealed record PractitionerFacts
{
    public required Guid Id { get; init; }

    public required PractitionerKind Kind { get; init; }

    public required DateOnly FirstLicensedOn { get; init; }

    public required ServiceIntents Intents { get; init; }

    public int CriminalCases { get; init; }

    public DateOnly? FirstCriminalCaseOn { get; init; }

    public bool MinorsSpecialist { get; init; }

    /// <summary>在办案库</summary>
    public bool InCasePool { get; init; } = true;

    /// <summary>The best score in an examination of this office, out of a hundred (WZ-10.2); null when none was taken.</summary>
    public int? ExamScore { get; init; }

    /// <summary>The day of the centre's own training (WZ-10.1); none where it was not done, or no book asks.</summary>
    public DateOnly? InductedOn { get; init; }

    /// <summary>Registered elsewhere, but willing to be assigned by this office (QDN-1.1).</summary>
    public bool WillingFromElsewhere { get; init; }

    /// <summary>The own open place in the queue, where the turn goes to persons.</summary>
    public PlaceFacts? Place { get; init; }

    /// <summary>The colour of the list that counts on the deciding day; none for who is not ranked.</summary>
    public Colour? Colour { get; init; }

    /// <summary>Has never handled an aid case of this office, as far as is known (WZ-24.1); none where no book asks.</summary>
    public bool? FirstTimer { get; init; }

    /// <summary>The mentor the centre named (WZ-24.2).</summary>
    public Guid? MentorId { get; init; }

    /// <summary>In the service corps (服务团, QDN-4.2b); none where there is no corps.</summary>
    public bool? CorpsMember { get; init; }

    /// <summary>男 or 女; stated only when the case asks.</summary>
    public string? Gender { get; init; }

    /// <summary>方言、民族语言、手语; stated only when the case asks.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    public DateOnly? LeftOn { get; init; }

    public IReadOnlyList<AbsenceFacts> Absences { get; init; } = [];

    public int OpenCases { get; init; }

    public int CasesLastYear { get; init; }

    public GradeCount Grades { get; init; } = new(0, 0, 0, 0);

    public IReadOnlyList<string> Specialities { get; init; } = [];

    /// <summary>Those of them that meet the cause; none where the book does not ask (QDN-2.2).</summary>
    public IReadOnlyList<string>? SpecialitiesForCause { get; init; }

    /// <summary>Findings that concern this person alone.</summary>
    public IReadOnlyList<ConflictFinding> Conflicts { get; init; } = [];
}

/// <summary>A time away; both days included, an open end lasts until it is ended. A stop that a book writes down itself names its clause.</summary>
public sealed record AbsenceFacts(AbsenceKind Kind, DateOnly First, DateOnly? Last = null, string? Clause = null)
{
    public bool Covers(DateOnly day) => day >= First && (Last is null || day <= Last);
}

/// <summary>How many cases have which effective grade (案件质量等次).</summary>
public sealed record GradeCount(int Excellent, int Good, int Qualified, int Unqualified)
{
    public static GradeCount operator +(GradeCount left, GradeCount right) => Add(left, right);

    public static GradeCount Add(GradeCount left, GradeCount right) =>
        new(left.Excellent + right.Excellent, left.Good + right.Good, left.Qualified + right.Qualified, left.Unqualified + right.Unqualified);
}
