using System.ComponentModel.DataAnnotations;

namespace LegalAid.Store.Rulebooks;

/// <summary>How much a finding weighs. Nothing here keeps a book from being used.</summary>
public enum LintSeverity
{
    [Display(Name = "提示")]
    Note = 1,

    [Display(Name = "注意")]
    Warning,
}

/// <summary>The rule by which something was found: first those about our books, then those about the texts as written.</summary>
public enum LintRule
{
    [Display(Name = "晚于法定期限")]
    LaterThanStatute = 1,

    [Display(Name = "推定参数")]
    AssumedSettings,

    [Display(Name = "所依条款存疑")]
    DoubtfulClause,

    [Display(Name = "条款未见使用")]
    UnusedClause,

    [Display(Name = "待建标记未去")]
    ProvenYetOpen,

    [Display(Name = "编号有误")]
    Numbering,

    [Display(Name = "编号写法不一")]
    MixedForms,

    [Display(Name = "引用落空")]
    DeadReference,

    [Display(Name = "附件未引用")]
    UnreferredAnnex,

    [Display(Name = "所引文件未见")]
    MissingDocument,

    [Display(Name = "另行规定")]
    Deferred,

    [Display(Name = "分档有缝")]
    Gap,

    [Display(Name = "分档重叠")]
    Overlap,

    [Display(Name = "类目无分值")]
    HeadingRow,

    [Display(Name = "合计不符")]
    Sum,

    [Display(Name = "前后不一")]
    Contradiction,

    [Display(Name = "条件落空")]
    NobodyMeets,

    [Display(Name = "各处不一")]
    BetweenTexts,

    [Display(Name = "未作规定")]
    Unsettled,

    [Display(Name = "用语未定义")]
    UndefinedTerm,

    [Display(Name = "并列关系")]
    LooseJoint,

    [Display(Name = "疑有衍字")]
    StrayCharacter,

    [Display(Name = "施行日未定")]
    NoEffectiveDay,
}

/// <summary>
/// Something lawful but worth knowing about a book or a catalogue, or a fault of the text as written. <c>Reading</c> is what the book
/// assumes or the catalogue remarks on the clauses concerned.
/// </summary>
public sealed record LintFinding(LintRule Rule, LintSeverity Severity, string Office, string File, string? Clause, string Sentence)
{
    /// <summary>Every clause concerned, the first among them.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = Clause is null ? [] : [Clause];

    public string? Reading { get; init; }

    /// <summary>The rule's name in words.</summary>
    public string RuleName => Naming.Word(Rule);
}
