using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;

namespace LegalAid.Rules.Assignment;

/// <summary>
/// One who could be given the turn, after the gates: an institution with its fit people and those who are not, or, where the turn goes to persons,
/// one practitioner of it.
/// </summary>
internal sealed record Candidate(
    InstitutionFacts Institution,
    PractitionerFacts? Person,
    IReadOnlyList<PractitionerFacts> Fit,
    IReadOnlyList<UnfitPractitioner> Unfit,
    IReadOnlyList<Refusal> Refusals)
{
    private const string NoPlaceCode = "institution-no-place";

    public bool IsAble => Refusals.Count == 0;

    public PlaceFacts? Place => Person is null ? Institution.Place : Person.Place;

    public int OpenCases => Person?.OpenCases ?? Institution.OpenCases;

    public int CasesLastYear => Person?.CasesLastYear ?? Institution.CasesLastYear;

    /// <summary>What the conflict check found on the institution and, where the turn goes to persons, on the person.</summary>
    public IEnumerable<ConflictFinding> Conflicts => Institution.Conflicts.Concat(Person?.Conflicts ?? []);

    /// <summary>Every candidate, able or not, sorted by id, so that the order in which the facts were gathered changes nothing.</summary>
    public static List<Candidate> All(IReadOnlyList<InstitutionFacts> institutions, GateView view) =>
        view.TurnsOverPeople
            ? [.. from i in institutions from p in i.Practitioners orderby p.Id select Of(p, i, view)]
            : [.. institutions.OrderBy(i => i.Id).Select(i => Of(i, view))];

    /// <summary>A practitioner as a candidate; outside the pool there is no place to have.</summary>
    public static Candidate Of(PractitionerFacts person, InstitutionFacts institution, GateView view)
    {
        List<Refusal> refusals = [.. Gates.WhyNotInstitution(institution, view), .. Gates.WhyNotPractitioner(person, institution, view)];
        if (refusals.Count == 0 && person.Place is null && !view.OutsidePool)
        {
            refusals.Add(NoPlace(view));
        }

        return new(institution, person, refusals.Count == 0 ? [person] : [], [], refusals);
    }

    /// <summary>The place in the queue; colours are of persons and weigh where the turn goes to persons.</summary>
    public RotationPlace PlaceIn(QueueWeight weight, ColourWeights? colours = null)
    {
        var place = Place ?? throw new InvalidOperationException("An able candidate has a place.");
        var share =
            Person is not null && colours is not null ? colours.PercentOf(Person.Colour)
            : weight == QueueWeight.Equal ? 1
            : Fit.Count;
        return new(place.Id, place.BalanceMillionths, share, place.DrawnOrder, place.WaitingSinceTurn, IsAble);
    }

    public FourFactors FactorsFor(GateView view)
    {
        var grades = Fit.Aggregate(new GradeCount(0, 0, 0, 0), (sum, person) => sum + person.Grades);
        var specialities = Fit.SelectMany(p => p.Specialities).GroupBy(s => s, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => Person is null ? $"{g.Key}{g.Count()}人" : g.Key).ToList();
        var years = Fit.Select(p => Experience.FullYears(p.FirstLicensedOn, view.Day)).Append(0).Max();
        return new(
            Person is null ? $"可承办{Fit.Count}人，执业最长{years}年" : $"执业{years}年",
            specialities.Count == 0 ? "未登记专长" : string.Join('、', specialities),
            grades == new GradeCount(0, 0, 0, 0) ? "尚无评估" : $"优秀{grades.Excellent}件、良好{grades.Good}件、合格{grades.Qualified}件、不合格{grades.Unqualified}件",
            WishText(view.Case.Wish));
    }

    /// <summary>Every reason why an institution cannot take the case, its place in the queue apart.</summary>
    public static IReadOnlyList<Refusal> WhyNotAble(InstitutionFacts institution, GateView view) =>
        [.. Of(institution, view).Refusals.Where(refusal => refusal.Code != NoPlaceCode)];

    private static Candidate Of(InstitutionFacts institution, GateView view)
    {
        var looked = institution.Practitioners.OrderBy(p => p.Id).Select(p => (Person: p, Refusals: Gates.WhyNotPractitioner(p, institution, view))).ToList();
        List<PractitionerFacts> fit = [.. looked.Where(l => l.Refusals.Count == 0).Select(l => l.Person)];
        List<UnfitPractitioner> unfit = [.. looked.Where(l => l.Refusals.Count > 0).Select(l => new UnfitPractitioner(l.Person.Id, l.Refusals))];
        List<Refusal> refusals = [.. Gates.WhyNotInstitution(institution, view)];
        if (fit.Count == 0)
        {
            refusals.Add(NobodyFit(institution, unfit, view));
        }

        if (refusals.Count == 0 && institution.Place is null)
        {
            refusals.Add(NoPlace(view));
        }

        return new(institution, null, fit, unfit, refusals);
    }

    private string WishText(RecipientWish? wish) =>
        wish is null ? "未表达意愿"
        : wish.PractitionerId is { } person ? (Person is null ? Institution.Practitioners.Any(p => p.Id == person) ? "点选本机构承办人" : "点选其他机构" : Person.Id == person ? "点选本人" : "点选他人")
        : wish.InstitutionId == Institution.Id ? "点选本机构"
        : "点选其他机构";

    private static Refusal NoPlace(GateView view) => new(NoPlaceCode, "未列入轮候队列，请先办理入列", [view.Order.Clause]);

    private static Refusal NobodyFit(InstitutionFacts institution, List<UnfitPractitioner> unfit, GateView view)
    {
        if (unfit.Count == 0)
        {
            return new("institution-nobody", "名册上没有在册人员", [view.Rules.District.Clause]);
        }

        var reasons = unfit.SelectMany(u => u.Refusals.DistinctBy(r => r.Code, StringComparer.Ordinal)).GroupBy(r => r.Code, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        var who = PersonKinds.IsOfLawyers(institution.Kind) ? "律师" : "人员";
        return new(
            "institution-nobody-fit",
            $"没有可承办本案的{who}：共{unfit.Count}名",
            [.. reasons.SelectMany(g => g).SelectMany(r => r.ClauseIds).Distinct(StringComparer.Ordinal)],
            string.Join("；", reasons.Select(g => $"{g.Count()}名{g.First().Message}")));
    }
}
