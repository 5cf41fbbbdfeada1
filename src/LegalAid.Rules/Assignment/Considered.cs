using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;

namespace LegalAid.Rules.Assignment;

/// <summary>How short of people the place is that the office serves (服务地需求, QDN-2.2); none where the book does not ask.</summary>
/// <param name="CasesOfMonth">Cases taken in on the thirty days up to the deciding day.</param>
/// <param name="People">People in the pool.</param>
/// <param name="ShortFrom">From how many cases a month for each of them the place counts as short.</param>
public sealed record ServiceNeed(int CasesOfMonth, int People, Setting<int> ShortFrom);

/// <summary>The three considerations of QDN-2.2 side by side: need of the place, difficulty of the case, speciality of each candidate. Told, never added up, never decisive.</summary>
public sealed record Considerations(string Need, string Difficulty, IReadOnlyList<ConsideredCandidate> Candidates, IReadOnlyList<string> ClauseIds);

/// <summary>What of a candidate meets this very case.</summary>
public sealed record ConsideredCandidate(Guid InstitutionId, Guid? PractitionerId, string Speciality, string Experience);

/// <summary>Which specialities (专长) meet a cause (案由). Likeness of words, to be judged by a person.</summary>
public static class SpecialityMatch
{
    private static readonly HashSet<string> SaysNothing = new(["纠纷", "案件", "争议", "诉讼", "代理", "辩护", "法律", "服务", "责任", "追索", "其他"], StringComparer.Ordinal);

    /// <summary>Those that hold two characters in a row of the cause, words that every cause may hold apart.</summary>
    public static IReadOnlyList<string> Of(string cause, IEnumerable<string> specialities)
    {
        var pieces = Pieces(cause).ToHashSet(StringComparer.Ordinal);
        return [.. specialities.Where(speciality => Pieces(speciality).Any(pieces.Contains)).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Pieces(string text) =>
        Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(i => text.Substring(i, 2)).Where(piece => piece.All(char.IsLetter) && !SaysNothing.Contains(piece));
}

/// <summary>Puts the considerations into words.</summary>
internal sealed class Considering(GateView view, ServiceNeed need)
{
    public Considerations Of(IEnumerable<RankedCandidate> able, List<Candidate> candidates) => new(
        $"近三十日收案{need.CasesOfMonth}件，在册可派{need.People}名，每人{need.ShortFrom.Value}件以上为短缺：{(IsShort ? "短缺" : "不短缺")}",
        Difficulty,
        [.. able.Select(row => Row(row, candidates.Find(c => c.Institution.Id == row.InstitutionId && c.Person?.Id == row.PractitionerId)!))],
        [.. new[] { view.Intent.Clause, need.ShortFrom.Clause }.Distinct(StringComparer.Ordinal)]);

    private bool IsShort => need.CasesOfMonth > 0 && need.CasesOfMonth >= need.People * need.ShortFrom.Value;

    private string Difficulty
    {
        get
        {
            string?[] marks =
            [
                CaseGravity.IsLifeOrDeath(view.Case) ? "可能判处无期徒刑、死刑" : null,
                view.Case.Flags.HasFlag(CaseFlags.Difficult) ? "疑难复杂" : null,
                view.Case.Flags.HasFlag(CaseFlags.SocialImpact) ? "有社会影响" : null,
                view.Case.Headcount >= view.Rules.GroupCaseFrom.Value ? $"群体性案件（{view.Case.Headcount}人）" : null,
                view.Case.Flags.HasFlag(CaseFlags.Minor) ? "受援人未成年" : null,
            ];
            return marks.OfType<string>().ToList() is { Count: > 0 } told ? string.Join('、', told) : "一般";
        }
    }

    private ConsideredCandidate Row(RankedCandidate row, Candidate candidate)
    {
        var matching = candidate.Fit.SelectMany(p => p.SpecialitiesForCause ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var years = candidate.Fit.Select(p => Experience.FullYears(p.FirstLicensedOn, view.Day)).Append(0).Max();
        var criminal = candidate.Fit.Select(p => p.CriminalCases).Append(0).Max();
        return new(
            row.InstitutionId,
            row.PractitionerId,
            matching.Count > 0 ? $"与案由相近：{string.Join('、', matching)}" : candidate.Fit.Any(p => p.Specialities.Count > 0) ? "登记的专长与案由不同" : "未登记专长",
            view.Case.Kind == CaseKind.Criminal ? $"执业{years}年，办过刑事案件{criminal}件" : $"执业{years}年，近一年{row.CasesLastYear}件");
    }
}
