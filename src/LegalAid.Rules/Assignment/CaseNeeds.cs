namespace LegalAid.Rules.Assignment;

/// <summary>
/// What the recipient needs of whoever takes the case (受援人的需要): a language or sign language, a handler of one gender, barrier-free service.
/// The first two are looked for among the people, the last is told to whoever takes the case (LAW-45).
/// </summary>
public sealed record CaseNeeds(string? Language = null, string? HandlerGender = null, bool BarrierFree = false)
{
    /// <summary>Whether the choice of the person depends on it.</summary>
    public bool AskOfPerson => Language is not null || HandlerGender is not null;

    public bool AreMetBy(PractitionerFacts person) => Missing(person).Length == 0;

    /// <summary>What this person lacks, in words; empty when nothing.</summary>
    public string Missing(PractitionerFacts person) => string.Join('、', Lacking(person));

    /// <summary>For the table of candidates.</summary>
    public string? Told(IReadOnlyList<PractitionerFacts> fit) =>
        !AskOfPerson || fit.Count == 0 ? null
        : fit.Count(AreMetBy) is var able && able == 0 ? $"需要{Text}，不能满足"
        : fit.Count == 1 ? $"需要{Text}，能满足"
        : $"需要{Text}，{able}人能满足";

    public string Text => string.Join('、', new[] { Language is null ? null : $"会{Language}", HandlerGender is null ? null : $"{HandlerGender}性承办人" }.OfType<string>());

    private IEnumerable<string> Lacking(PractitionerFacts person)
    {
        if (Language is { } language && person.Languages?.Contains(language, StringComparer.Ordinal) != true)
        {
            yield return $"未登记会{language}";
        }

        if (HandlerGender is { } gender && person.Gender != gender)
        {
            yield return $"不是{gender}性";
        }
    }
}
