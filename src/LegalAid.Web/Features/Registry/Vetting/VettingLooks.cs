using LegalAid.Rules.Registry.Vetting;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>How vetting looks: the tone of a verdict, and a vetting in one line.</summary>
public static class VettingLooks
{
    public static Tone ToneOf(Verdict verdict) => verdict switch
    {
        Verdict.Met => Tone.Good,
        Verdict.NotMet => Tone.Bad,
        Verdict.NotApplicable => Tone.Plain,
        Verdict.NeedsPerson => Tone.Waiting,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Unknown verdict."),
    };

    public static (string Word, Tone Tone) Of(VettingDecision decision)
    {
        var (not, open) = (decision.Refusals.Count(refusal => refusal.Code != "vetting-open"), decision.Refusals.Count(refusal => refusal.Code == "vetting-open"));
        return not > 0 ? ($"{not} 项不符合", Tone.Bad)
            : open > 0 ? ($"{open} 项待确认", Tone.Waiting)
            : decision.Findings.Any(finding => finding.Verdict == Verdict.NotMet) ? ("部分符合", Tone.Attention)
            : ("符合条件", Tone.Good);
    }

    public static string Of(LegalAid.Rules.Registry.Pools pools) => pools switch
    {
        LegalAid.Rules.Registry.Pools.None => "—",
        LegalAid.Rules.Registry.Pools.Duty => "值班库",
        LegalAid.Rules.Registry.Pools.Cases => "办案库",
        _ => "值班库、办案库",
    };

    /// <summary>For which intents or pool a finding counts; empty where it is of the whole application.</summary>
    public static string ScopeOf(Finding finding) =>
        finding.Intents != LegalAid.Rules.Registry.ServiceIntents.None && finding.Pools == LegalAid.Rules.Registry.Pools.None ? Words.Of(finding.Intents)
        : finding.Pools != LegalAid.Rules.Registry.Pools.None ? Of(finding.Pools)
        : "";
}
