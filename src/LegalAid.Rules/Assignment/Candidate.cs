using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;

namespace LegalAid.Rules.Assignment;

/// <summary>An institution after the gates: its fit people, those who are not, and what bars it as a whole.</summary>
internal sealed record Candidate(
    InstitutionFacts Institution,
    IReadOnlyList<PractitionerFacts> Fit,
    IReadOnlyList<UnfitPractitioner> Unfit,
    IReadOnlyList<Refusal> Refusals)
{
    public bool IsAble => Refusals.Count == 0;

    public static Candidate Of(InstitutionFacts institution, GateView view)
    {
        var looked = institution.Practitioners.OrderBy(p => p.Id).Select(p => (Person: p, Refusals: Gates.WhyNotPractitioner(p, view))).ToList();
        List<PractitionerFacts> fit = [.. looked.Where(l => l.Refusals.Count == 0).Select(l => l.Person)];
        List<UnfitPractitioner> unfit = [.. looked.Where(l => l.Refusals.Count > 0).Select(l => new UnfitPractitioner(l.Person.Id, l.Refusals))];
        List<Refusal> refusals = [.. Gates.WhyNotInstitution(institution, view)];
        if (fit.Count == 0)
        {
            refusals.Add(NobodyFit(institution, unfit, view));
        }

        if (refusals.Count == 0 && institution.Place is null)
        {
            refusals.Add(new("institution-no-place", "未列入轮候队列，请先办理入列", [OrderOf(view).Clause]));
        }

        return new Candidate(institution, fit, unfit, refusals);
    }

    public RotationPlace PlaceIn(QueueWeight weight)
    {
        var place = Institution.Place ?? throw new InvalidOperationException("An able institution has a place.");
        return new(place.Id, place.BalanceMillionths, weight == QueueWeight.Equal ? 1 : Fit.Count, place.DrawnOrder, place.WaitingSinceTurn, IsAble);
    }

    public FourFactors FactorsFor(GateView view)
    {
        var grades = Fit.Aggregate(new GradeCount(0, 0, 0, 0), (sum, person) => sum + person.Grades);
        var specialities = Fit.SelectMany(p => p.Specialities).GroupBy(s => s, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}{g.Count()}人").ToList();
        return new(
            $"可承办{Fit.Count}人，执业最长{Fit.Select(p => Gates.FullYears(p.FirstLicensedOn, view.Day)).Append(0).Max()}年",
            specialities.Count == 0 ? "未登记专长" : string.Join('、', specialities),
            grades == new GradeCount(0, 0, 0, 0) ? "尚无评估" : $"优秀{grades.Excellent}件、良好{grades.Good}件、合格{grades.Qualified}件、不合格{grades.Unqualified}件",
            WishText(view.Case.Wish));
    }

    public static Setting<IReadOnlyList<OrderStep>> OrderOf(GateView view) =>
        view.Case.Kind == Intake.CaseKind.Criminal ? view.Rules.CriminalOrder : view.Rules.OtherOrder;

    private string WishText(RecipientWish? wish) =>
        wish is null ? "未表达意愿"
        : wish.PractitionerId is { } person && Institution.Practitioners.Any(p => p.Id == person) ? "点选本机构承办人"
        : wish.InstitutionId == Institution.Id ? "点选本机构"
        : "点选其他机构";

    private static Refusal NobodyFit(InstitutionFacts institution, List<UnfitPractitioner> unfit, GateView view)
    {
        if (unfit.Count == 0)
        {
            return new("institution-nobody", "名册上没有在册人员", [view.Rules.District.Clause]);
        }

        var reasons = unfit.SelectMany(u => u.Refusals.DistinctBy(r => r.Code, StringComparer.Ordinal)).GroupBy(r => r.Code, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        var who = institution.Kind == InstitutionKind.LawFirm ? "律师" : "人员";
        return new(
            "institution-nobody-fit",
            $"没有可承办本案的{who}：共{unfit.Count}名",
            [.. reasons.SelectMany(g => g).SelectMany(r => r.ClauseIds).Distinct(StringComparer.Ordinal)],
            string.Join("；", reasons.Select(g => $"{g.Count()}名{g.First().Message}")));
    }
}
