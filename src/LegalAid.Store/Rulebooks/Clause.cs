using System.ComponentModel.DataAnnotations;

namespace LegalAid.Store.Rulebooks;

/// <summary>What the system does about a clause.</summary>
public enum ClauseKind
{
    /// <summary>The system refuses what the clause forbids.</summary>
    [Display(Name = "把关")]
    Enforced = 1,

    /// <summary>The system works the answer out.</summary>
    [Display(Name = "计算")]
    Computed,

    /// <summary>The system keeps what people did.</summary>
    [Display(Name = "记录")]
    Recorded,

    /// <summary>The system tells people.</summary>
    [Display(Name = "展示")]
    Shown,

    /// <summary>Nothing a system could do; the catalogue says why.</summary>
    [Display(Name = "系统外")]
    Outside,
}

/// <summary>How far a clause has been built.</summary>
public enum ClauseState
{
    [Display(Name = "待建")]
    Open = 1,

    [Display(Name = "已建")]
    Done,

    [Display(Name = "系统外")]
    Outside,
}

/// <summary>
/// One clause of a regulation: its article as printed and its gist in our own words. A note tells how a doubtful reading was decided;
/// <paramref name="Unverified"/> marks what was written from memory and must be checked against the text.
/// </summary>
public sealed record Clause(
    string Id,
    string Article,
    string Title,
    string Gist,
    ClauseKind Kind,
    string? Reason = null,
    string? Note = null,
    bool Unverified = false,
    ClauseState? State = null)
{
    /// <summary>The text the clause belongs to; set while loading.</summary>
    public ClauseSource? Source { get; init; }

    /// <summary>The clause as a person cites it: title of the text and article.</summary>
    public string Citation => Source is null ? Article : $"《{Source.Title}》{Article}";
}

/// <summary>A text whose clauses the catalogue lists: all ids beginning with <c>Prefix-</c> belong to it.</summary>
public sealed record ClauseSource(string Prefix, string Title, string? Number = null, DateOnly? InForceFrom = null, string? Note = null);

/// <summary>The clauses of one office, or of the nation, in the order of their texts.</summary>
public sealed record ClauseCatalogue(string Office, string Title, IReadOnlyList<ClauseSource> Sources, IReadOnlyList<Clause> Clauses)
{
    public string File { get; init; } = "";
}
