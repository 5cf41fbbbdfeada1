using LegalAid.Rules.Common;

namespace LegalAid.Rules.Recusals;

/// <summary>A party of the case who may be the officer: the same name, or the same identity number.</summary>
public sealed record PartyLikeOfficer(Guid PartyId, string Name, bool SameNumber);

/// <summary>What stands between an officer and a case.</summary>
/// <param name="Standing">The officer's own recusal; null when there is none or it was not granted.</param>
/// <param name="Alike">Parties who may be the officer.</param>
/// <param name="Cleared">Parties on whose account it was decided that the officer need not stand aside.</param>
public sealed record OfficerOnCase(RecusalStatus? Standing, IReadOnlyList<PartyLikeOfficer> Alike, IReadOnlyList<Guid> Cleared);

/// <summary>
/// Whether an officer may act on a case (BB-8.1, CF-14). While a recusal waits for its decision the officer does not act either: the text is silent on it,
/// but a decision that comes after the act would decide nothing.
/// </summary>
public static class ActingOnCase
{
    public static Refusal? WhyNot(OfficerOnCase officer, RecusalRules rules)
    {
        var clauses = RecusalRules.Clauses(rules.DeclarationClause);
        return officer.Standing == RecusalStatus.Recused ? new("recused", "您已从本案回避，不得再办理；本案由其他工作人员办理。", clauses)
            : officer.Standing == RecusalStatus.Waiting ? new("recusal-waiting", "您的回避正在等待决定，决定以前不得办理本案；急需办理的由其他工作人员办理。", clauses)
            : Undeclared(officer) is { } party ? new(
                "undeclared", "本案当事人可能就是您。请先申报回避，说明是本人还是同名，再由有权决定的人决定。", clauses,
                party.SameNumber ? $"当事人{party.Name}与您的证件号码相同" : $"当事人{party.Name}与您同名")
            : null;
    }

    /// <summary>What somebody proposed before standing aside is not agreed to afterwards: the opinion itself is tainted (BB-8.1).</summary>
    /// <param name="proposer">The proposer's own recusal from the case; null when there is none or it was not granted.</param>
    /// <param name="rules">What the office's book says.</param>
    public static Refusal? WhyNotAgree(RecusalStatus? proposer, RecusalRules rules) => proposer switch
    {
        RecusalStatus.Recused => new("proposer-recused", "提出意见的人已从本案回避，这项意见不能再同意；请退回或者撤回，由其他工作人员重新提出。", RecusalRules.Clauses(rules.DeclarationClause)),
        RecusalStatus.Waiting => new("proposer-recusal-waiting", "提出意见的人的回避正在等待决定，决定以前不能同意这项意见。", RecusalRules.Clauses(rules.DeclarationClause)),
        _ => null,
    };

    /// <summary>The same said of somebody else, who was to take part.</summary>
    public static string WordOf(Refusal whyNot) => whyNot.Code switch
    {
        "recused" => "已从本案回避",
        "recusal-waiting" => "回避正在等待决定",
        "undeclared" => "与本案当事人同名或者证件号码相同，尚未申报回避",
        var code => throw new ArgumentOutOfRangeException(nameof(whyNot), code, "Unknown reason to stand aside."),
    };

    // A ruling that the two are namesakes answers a name, never a number.
    private static PartyLikeOfficer? Undeclared(OfficerOnCase officer) =>
        officer.Alike.FirstOrDefault(party => party.SameNumber || !officer.Cleared.Contains(party.PartyId));

    /// <summary>Whether a party may be the officer: the same number is the same person, two different numbers are two people, otherwise the name speaks.</summary>
    public static PartyLikeOfficer? Compare(OfficerIdentity officer, PartyIdentity party) => (officer.Number, party.Number) switch
    {
        ({ } own, { } theirs) => own.AsSpan().SequenceEqual(theirs) ? new(party.Id, party.Name, SameNumber: true) : null,
        _ => TextCleaning.PersonName(officer.Name) == TextCleaning.PersonName(party.Name) ? new(party.Id, party.Name, SameNumber: false) : null,
    };
}

/// <summary>Who an officer is, as far as the program knows.</summary>
/// <param name="Number">Keyed hash of the identity number; null when the account stands for nobody on the roster.</param>
public sealed record OfficerIdentity(string Name, byte[]? Number);

/// <summary>Who a party is, as far as the case says.</summary>
/// <param name="Number">Keyed hash of the identity number; null when only the name is known.</param>
public sealed record PartyIdentity(Guid Id, string Name, byte[]? Number);
