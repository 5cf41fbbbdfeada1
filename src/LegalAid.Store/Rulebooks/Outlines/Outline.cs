namespace LegalAid.Store.Rulebooks.Outlines;

/// <summary>
/// What a text looks like as printed: its numbering, what it refers to, its bands, sums, figures and words. Written down as it stands and
/// never put right, so that the rules can find what is wrong with it without the text being at hand.
/// </summary>
public sealed record Outline(
    string Text,
    Commencement? Commencement = null,
    IReadOnlyList<Sequence>? Sequences = null,
    IReadOnlyList<Holding>? Holdings = null,
    IReadOnlyList<Reference>? References = null,
    IReadOnlyList<Document>? Documents = null,
    IReadOnlyList<Deferral>? Deferrals = null,
    IReadOnlyList<Annex>? Annexes = null,
    IReadOnlyList<Scale>? Scales = null,
    IReadOnlyList<Total>? Totals = null,
    IReadOnlyList<Saying>? Sayings = null,
    IReadOnlyList<Figure>? Figures = null,
    IReadOnlyList<Measure>? Measures = null,
    IReadOnlyList<ConditionSet>? Conditions = null,
    IReadOnlyList<Word>? Words = null,
    IReadOnlyList<Term>? Terms = null)
{
    public IReadOnlyList<Sequence> Sequences { get; init; } = Sequences ?? [];

    public IReadOnlyList<Holding> Holdings { get; init; } = Holdings ?? [];

    public IReadOnlyList<Reference> References { get; init; } = References ?? [];

    public IReadOnlyList<Document> Documents { get; init; } = Documents ?? [];

    public IReadOnlyList<Deferral> Deferrals { get; init; } = Deferrals ?? [];

    public IReadOnlyList<Annex> Annexes { get; init; } = Annexes ?? [];

    public IReadOnlyList<Scale> Scales { get; init; } = Scales ?? [];

    public IReadOnlyList<Total> Totals { get; init; } = Totals ?? [];

    public IReadOnlyList<Saying> Sayings { get; init; } = Sayings ?? [];

    public IReadOnlyList<Figure> Figures { get; init; } = Figures ?? [];

    public IReadOnlyList<Measure> Measures { get; init; } = Measures ?? [];

    public IReadOnlyList<ConditionSet> Conditions { get; init; } = Conditions ?? [];

    public IReadOnlyList<Word> Words { get; init; } = Words ?? [];

    public IReadOnlyList<Term> Terms { get; init; } = Terms ?? [];

    /// <summary>The office of the folder the outline lies in; set while loading.</summary>
    public string Office { get; init; } = "";

    public string File { get; init; } = "";
}
