using LegalAid.Rules.Common;

namespace LegalAid.Rules.Recusals;

/// <summary>How far a recusal has come.</summary>
public enum RecusalStatus
{
    /// <summary>待决定</summary>
    Waiting = 1,

    /// <summary>已回避</summary>
    Recused,

    /// <summary>不予回避</summary>
    NotRecused,
}

/// <summary>What is declared of an officer and a case.</summary>
/// <param name="ByOneself">By the officer concerned; otherwise somebody else reports it.</param>
/// <param name="NamesParty">The relation is to a party of the case; otherwise free words say to whom.</param>
/// <param name="HasWords">Free words say to whom or to what.</param>
/// <param name="CaseIsOver">Refused aid or voided: nobody acts on it any more.</param>
/// <param name="Standing">What stands already for this officer and case; null when nothing does.</param>
public sealed record RecusalDeclaration(Relation Relation, bool ByOneself, bool NamesParty, bool HasWords, bool CaseIsOver, RecusalStatus? Standing);

/// <summary>A recusal before the one who would decide it.</summary>
/// <param name="Body">Who has to decide it.</param>
/// <param name="Decider">The rank of the one who would.</param>
/// <param name="IsConcerned">The decider is the officer concerned.</param>
/// <param name="IsReporter">The decider, or the head in whose stead they act, brought it up.</param>
/// <param name="ByText">It was recused by the text itself, without anybody's decision.</param>
public sealed record RecusalQuestion(RecusalStatus Status, RecusalBody Body, OfficerRank Decider, bool IsConcerned, bool IsReporter, bool ByText = false);

/// <summary>Recusal of whoever works on assignments (BB-8.1–8.4, CF-14): who has to stand aside at once, who waits for a decision, and whose.</summary>
public static class RecusalDeciding
{
    public static Refusal? WhyNotDeclare(RecusalDeclaration declaration, RecusalRules rules)
    {
        var clauses = RecusalRules.Clauses(rules.DeclarationClause);
        return declaration.CaseIsOver ? new("case-over", "本案已经终结，无须再申请回避。", clauses)
            : declaration.Standing == RecusalStatus.Recused ? new("recused-already", "其已从本案回避。", clauses)
            : declaration.Standing == RecusalStatus.Waiting ? new("declared-already", "其回避已经提出，正在等待决定。", clauses)
            : !declaration.NamesParty && !declaration.HasWords ? new("nobody-named", "请选择当事人，或者写明与何人、何事有关系。", clauses)
            : declaration is { Relation: Relation.Self or Relation.Namesake, NamesParty: false } ? new("party-unnamed", "请选择是本案的哪一位当事人。", clauses)
            : null;
    }

    /// <summary>
    /// Who is a party, or a near relative of one, stands aside by the text itself; everybody else asks. What another says of an officer is weighed first:
    /// a word alone takes no case from anybody for good.
    /// </summary>
    public static RecusalStatus Weigh(RecusalDeclaration declaration) =>
        declaration is { ByOneself: true, NamesParty: true } && (declaration.Relation == Relation.Self || Relations.IsNearRelative(declaration.Relation))
            ? RecusalStatus.Recused
            : RecusalStatus.Waiting;

    /// <summary>
    /// Nobody decides the own request, whichever side of it they stand on (BB-8.2–8.4). A declaration by which somebody stood aside at once, made by mistake,
    /// is taken back by whoever would have decided it, never by the one who declared.
    /// </summary>
    public static Refusal? WhyNotDecide(RecusalQuestion question, bool grants, string? reason, RecusalRules rules)
    {
        var clauses = RecusalRules.Clauses(ClauseOf(question.Body, rules));
        return (question.Status != RecusalStatus.Waiting && !question.ByText) || (question.ByText && grants) ? new("decided", "这项回避已经决定过了。", clauses)
            : question.IsConcerned ? new("own-recusal", "任何人不得决定自己的回避。", clauses)
            : question.IsReporter ? new("own-request", "提出的人不能自己决定，请由另一位有权决定的人决定。", clauses)
            : !SpeaksFor(question.Decider, question.Body) ? new("other-body", "这项回避不由您决定。", clauses)
            : !grants && string.IsNullOrWhiteSpace(reason) ? new("no-reason", "不予回避须写明理由。", clauses)
            : null;
    }

    public static bool SpeaksFor(OfficerRank rank, RecusalBody body) => body switch
    {
        RecusalBody.Centre => rank == OfficerRank.CentreHead,
        RecusalBody.Section => rank == OfficerRank.Section,
        RecusalBody.Bureau => rank == OfficerRank.Bureau,
        _ => throw new ArgumentOutOfRangeException(nameof(body), body, "Unknown body."),
    };

    private static string ClauseOf(RecusalBody body, RecusalRules rules) =>
        new[] { rules.ClerksDecidedBy, rules.CentreHeadDecidedBy, rules.SectionHeadDecidedBy }.First(setting => setting.Value == body).Clause;
}
