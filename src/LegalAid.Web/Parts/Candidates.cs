namespace LegalAid.Web.Parts;

/// <summary>One who could take the case. Balances and shares are millionths of a case; null where nothing is counted.</summary>
public sealed record CandidateRow(
    string Key,
    int? Rank,
    string Name,
    long? Before,
    long? Share,
    long? After,
    int? Load,
    int? LastYear,
    string Remark,
    IReadOnlyList<string> ClauseIds)
{
    /// <summary>The one the rules propose.</summary>
    public bool IsProposed { get; init; }

    /// <summary>Where it is shown how the figures were counted.</summary>
    public string? CountedHref { get; init; }
}

/// <summary>One who cannot take the case: every reason, with its clauses.</summary>
public sealed record ExcludedRow(string Name, IReadOnlyList<(string Reason, IReadOnlyList<string> ClauseIds)> Reasons);

/// <summary>The heart of the decision page: who, with which figures, why this one and why not the others.</summary>
public sealed record CandidateTable(string Caption, IReadOnlyList<CandidateRow> Candidates, IReadOnlyList<ExcludedRow> Excluded)
{
    /// <summary>What is chosen between: 律所, 机构, 承办人.</summary>
    public string NameHead { get; init; } = "机构";

    /// <summary>With a name, each row carries a radio button of it, so that another one can be chosen (改派).</summary>
    public string? ChoiceName { get; init; }

    public string? Chosen { get; init; }
}
