using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>
/// Every figure of the office's people and institutions that an assignment is decided by, asked for in one question: grades, examinations, and the cases of this program
/// and of before it. 近一年 is the year reported for an office's past (as long as <see cref="Rules.Registry.BroughtAlong.LastYear"/> says) and what came later; a case the
/// reported year covers is not counted a second time.
/// </summary>
internal sealed class PoolFigures
{
    private readonly ILookup<(Counted, Guid), Figure> figures;

    private PoolFigures(IEnumerable<Figure> figures) => this.figures = figures.ToLookup(figure => ((Counted)figure.What, figure.Of));

    private enum Counted
    {
        Grades = 1,
        Score,
        CasesOfMember,
        CasesOfInstitution,
    }

    public static async Task<PoolFigures> ReadAsync(AidDb db, DateOnly today, CancellationToken ct) => new(
        await Grades(db).Concat(Scores(db)).Concat(OfMembers(db, today)).Concat(OfInstitutions(db, today)).Concat(Covered(db, today)).Concat(Prior(db, today)).Concat(PriorOfInstitutions(db, today)).ToListAsync(ct));

    /// <summary>Without the reported year.</summary>
    public CaseLoad OfMember(Guid membershipId) => Sum(figures[(Counted.CasesOfMember, membershipId)]);

    /// <summary>Without the reported years of its people.</summary>
    public CaseLoad OfInstitution(Guid institutionId) => Sum(figures[(Counted.CasesOfInstitution, institutionId)]);

    public int? BestScore(Guid membershipId) => figures[(Counted.Score, membershipId)].SingleOrDefault()?.First;

    public GradeCount GradesOf(Guid membershipId) => figures[(Counted.Grades, membershipId)].SingleOrDefault() is { } told ? new(told.First, told.Second, told.Third, told.Fourth) : new(0, 0, 0, 0);

    private static IQueryable<Figure> Grades(AidDb db) => EffectiveGrades.In(db).GroupBy(g => g.MembershipId).Select(of => new Figure
    {
        What = (int)Counted.Grades,
        Of = of.Key,
        First = of.Count(g => g.Grade == Grade.Excellent),
        Second = of.Count(g => g.Grade == Grade.Good),
        Third = of.Count(g => g.Grade == Grade.Qualified),
        Fourth = of.Count(g => g.Grade == Grade.Unqualified),
    });

    private static IQueryable<Figure> Scores(AidDb db) => db.ExamResults.GroupBy(exam => exam.MembershipId).Select(of => new Figure
    {
        What = (int)Counted.Score,
        Of = of.Key,
        First = of.Max(exam => exam.Score),
        Second = 0,
        Third = 0,
        Fourth = 0,
    });

    private static IQueryable<Figure> OfMembers(AidDb db, DateOnly today)
    {
        var yearAgo = YearBefore(today);
        return Handling.In(db).GroupBy(h => h.MembershipId).Select(of => new Figure
        {
            What = (int)Counted.CasesOfMember,
            Of = of.Key,
            First = of.Count(),
            Second = of.Count(h => h.ProposedAtUtc >= yearAgo && !h.Covered),
            Third = of.Count(h => h.Kind == CaseKind.Criminal && !h.Covered),
            Fourth = 0,
        });
    }

    private static IQueryable<Figure> OfInstitutions(AidDb db, DateOnly today)
    {
        var yearAgo = YearBefore(today);
        return db.Assignments.Where(a => !AssignmentStatuses.Undone.Contains(a.Status)).GroupBy(a => a.InstitutionId).Select(of => new Figure
        {
            What = (int)Counted.CasesOfInstitution,
            Of = of.Key,
            First = of.Count(),
            Second = of.Count(a => a.ProposedAtUtc >= yearAgo),
            Third = 0,
            Fourth = 0,
        });
    }

    private static IQueryable<Figure> Covered(AidDb db, DateOnly today)
    {
        var yearAgo = YearBefore(today);
        return Handling.In(db).Where(h => h.Covered && h.ProposedAtUtc >= yearAgo).GroupBy(h => h.InstitutionId).Select(of => new Figure
        {
            What = (int)Counted.CasesOfInstitution,
            Of = of.Key,
            First = 0,
            Second = -of.Select(h => h.AssignmentId).Distinct().Count(),
            Third = 0,
            Fourth = 0,
        });
    }

    private static IQueryable<Figure> Prior(AidDb db, DateOnly today)
    {
        var firstDay = today.AddYears(-1);
        return PriorHandling.In(db).GroupBy(m => m.MembershipId).Select(of => new Figure
        {
            What = (int)Counted.CasesOfMember,
            Of = of.Key,
            First = of.Count(m => m.Open),
            Second = of.Count(m => m.AssignedOn >= firstDay && !m.Covered),
            Third = 0,
            Fourth = 0,
        });
    }

    private static IQueryable<Figure> PriorOfInstitutions(AidDb db, DateOnly today)
    {
        var firstDay = today.AddYears(-1);
        return PriorHandling.In(db).GroupBy(m => m.InstitutionId).Select(of => new Figure
        {
            What = (int)Counted.CasesOfInstitution,
            Of = of.Key,
            First = of.Count(m => m.Open),
            Second = of.Count(m => m.AssignedOn >= firstDay && !m.Covered),
            Third = 0,
            Fourth = 0,
        });
    }

    private static DateTime YearBefore(DateOnly today) => OfficeClock.ToUtc(today.AddYears(-1).ToDateTime(TimeOnly.MinValue));

    private static CaseLoad Sum(IEnumerable<Figure> parts) => parts.Aggregate(CaseLoad.None, (sum, part) => new(sum.Open + part.First, sum.LastYear + part.Second, sum.CriminalSince + part.Third));

    /// <summary>One line of the answer: open, last year and criminal since; the four grades; or a score.</summary>
    private sealed class Figure
    {
        public required int What { get; init; }

        public required Guid Of { get; init; }

        public required int First { get; init; }

        public required int Second { get; init; }

        public required int Third { get; init; }

        public required int Fourth { get; init; }
    }
}
