using LegalAid.Rules.Registry;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;

namespace LegalAid.Web.Parts;

/// <summary>A recruitment notice as paper and pages show it: the centre's own words, then what the book and the office's particulars say (QJ-6.1, QJ-6.2, QJ-6.5).</summary>
public sealed record RoundText(string Title, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Signature)
{
    public static RoundText Of(RecruitmentRound round, Office office, RecruitmentRules rules) => new(
        round.Title,
        [.. round.NoticeText.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), .. Appended(round, office, rules)],
        [office.Name, round.PublishedAtUtc is { } published ? Show.FullDay(DateOnly.FromDateTime(OfficeTime.Local(published))) : "（尚未发布）"]);

    private static IEnumerable<string> Appended(RecruitmentRound round, Office office, RecruitmentRules rules)
    {
        yield return $"申报时间：{Full(round.OpensAtUtc)}起{(round.ClosesAtUtc is { } closes ? $"，至{Full(closes)}止，逾期不再受理" : "，随时可以报名")}。";
        yield return $"招募对象：{string.Join('、', ApplicationRules.OpenTo(rules).Select(RecruitmentWords.Of))}。";
        yield return $"申报方式：{RecruitmentWords.Of(ApplicationRules.SubmitterOf(rules))}。";
        if (RecruitmentWords.Papers(rules) is { Count: > 0 } papers)
        {
            yield return $"须交材料：{string.Join('、', papers)}。";
        }

        if (office.ContactLine is { } contact)
        {
            yield return contact;
        }
    }

    private static string Full(DateTime utc) => $"{Show.FullDay(DateOnly.FromDateTime(OfficeTime.Local(utc)))}{OfficeTime.Local(utc):HH:mm}";
}
