using LegalAid.Rules.Common;

namespace LegalAid.Rules.Intake;

/// <summary>A decision on an application as it was made: what the examination was judged from, and whether the officer grants aid.</summary>
public sealed record AidDecisionFacts(AdmissionFacts Examined, bool Grants);

/// <summary>
/// What was decided on an application (给予、不予法律援助, LAW-43). Granting needs that nothing refuses; refusing is the officer's to say, with a reason in writing.
/// That reason stays with the case: it may name people.
/// </summary>
/// <param name="Granted">Granted, and nothing refuses.</param>
/// <param name="Examination">What the rules say of the application, whatever was decided.</param>
/// <param name="ClauseIds">Every clause the decision rests on.</param>
public sealed record AidDecision(bool Granted, AdmissionDecision Examination, IReadOnlyList<string> ClauseIds)
{
    /// <summary>Where whoever was refused is told how to object.</summary>
    private const string Objection = "LAW-49";

    /// <summary>Judges an application and what was decided on it.</summary>
    public static AidDecision Decide(AidDecisionFacts facts) => OneCulture.Write(() =>
    {
        var examined = AdmissionDecision.Decide(facts.Examined);
        return new AidDecision(facts.Grants && examined.MayGrant, examined, facts.Grants ? examined.ClauseIds : [.. examined.ClauseIds.Append(Objection).Distinct(StringComparer.Ordinal)]);
    });

    /// <summary>Every reason why this cannot be decided so.</summary>
    public static IReadOnlyList<Refusal> WhyNot(AidDecision decision, bool grants, string? reason) =>
        grants ? decision.Examination.Refusals
        : string.IsNullOrWhiteSpace(reason) ? [new("no-reason", "不予法律援助须写明理由，并告知申请人可以提出异议。", ["LAW-43", Objection])]
        : [];
}
