using LegalAid.Rules.Common;

namespace LegalAid.Rules.Assignment;

/// <summary>A written consent (知情同意书) to a conflict of one case.</summary>
/// <param name="BothSides">Both sides agreed; the exception of CF-05 and a joint mandate (CF-07) need that.</param>
public sealed record ConsentFacts(DateOnly GivenOn, bool BothSides);

/// <summary>
/// What a written consent lifts. A relative conflict (CF-13) and co-defendants of one firm (CF-10) with the client's; a joint mandate out of court (CF-07) with
/// everybody's; victim and accused in one firm (CF-05) only where the county has no other firm and both sides agreed before. A block of any other rule stays.
/// </summary>
public static class ConflictConsents
{
    /// <summary>The verdict with what the consent lifts. A practitioner's own conflict is never lifted.</summary>
    public static ConflictVerdict Heard(ConflictVerdict verdict, ConsentFacts? consent, ConflictCase view) =>
        consent is null ? verdict
        : verdict with { Institution = [.. verdict.Institution.Select(finding => Lifts(finding, consent.BothSides, view) ? Lifted(finding, consent) : finding)] };

    /// <summary>Whether a consent could lift anything of the conflict, given by both sides or not.</summary>
    public static bool CanLift(CheckedConflict found, ConflictCase view) =>
        found.Unheard(view).Institution.Any(finding => Lifts(finding, bothSides: true, view));

    /// <summary>Why a consent cannot be recorded; null when it can.</summary>
    public static Refusal? WhyNotRecord(CheckedConflict found, ConsentFacts consent, ConflictCase view)
    {
        var findings = found.Unheard(view).Institution;
        var rules = findings.Select(finding => finding.Rule).Distinct(StringComparer.Ordinal).ToList();
        return !findings.Any(finding => Lifts(finding, bothSides: true, view)) ? new("consent-lifts-nothing", "该利益冲突不能凭当事人同意排除。", rules.Count > 0 ? rules : ["CF-13"], findings is [var first, ..] ? first.Fact : null)
            : !findings.Any(finding => Lifts(finding, consent.BothSides, view)) ? new("consent-both-sides", "须双方当事人都书面同意。", rules)
            : consent.GivenOn > view.Day ? new("consent-later", "同意的日期不能晚于今天。", rules, $"{consent.GivenOn:yyyy-MM-dd}")
            : null;
    }

    /// <summary>Why a proposal cannot be agreed to while a relative conflict of the institution has no consent on file (CF-13).</summary>
    public static IEnumerable<Refusal> WhyNotAgree(IEnumerable<ConflictFinding> findings) =>
        findings.Where(finding => finding is { AwaitsConsent: true }).Select(finding => new Refusal("consent-missing", $"{finding.Fact}，须先登记当事人的书面知情同意", [finding.Rule], finding.Matter));

    private static bool Lifts(ConflictFinding finding, bool bothSides, ConflictCase view) => finding.Rule switch
    {
        "CF-10" or "CF-13" => true,
        "CF-07" => bothSides,
        "CF-05" => bothSides && view.LawFirms == 1,
        _ => false,
    };

    private static ConflictFinding Lifted(ConflictFinding finding, ConsentFacts consent) => finding with { Bars = false, AwaitsConsent = null, ConsentedOn = consent.GivenOn };
}
