using System.ComponentModel.DataAnnotations;

namespace LegalAid.Store.Rulebooks.Outlines;

/// <summary>From when the text holds: a day it names, or the day it is printed, if that is known.</summary>
public sealed record Commencement(string Clause, CommencementFrom From, DateOnly? On = null);

/// <summary>What the day of commencement hangs on.</summary>
public enum CommencementFrom
{
    /// <summary>自印发之日起.</summary>
    Printing = 1,

    /// <summary>A day the text names.</summary>
    Day,
}

/// <summary>Marks of one list in printed order and form, parted by blanks; lists of one level should be marked alike.</summary>
public sealed record Sequence(string Level, string Marks, string? Within = null, string? Clause = null)
{
    /// <summary>The level whose marks references point to.</summary>
    public const string Articles = "条";

    internal IReadOnlyList<PrintedMark> Read() =>
        [.. Marks.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(mark => PrintedMark.TryRead(mark)).OfType<PrintedMark>()];
}

/// <summary>An article sets out something of a kind that others may refer to, such as 情形.</summary>
public sealed record Holding(int Article, string What, string Clause);

/// <summary>A place that points to an article or an annex of its own text, as printed, and to what it expects there.</summary>
public sealed record Reference(string Clause, string To, string? For = null);

/// <summary>Another text that is cited by name.</summary>
public sealed record Document(string Clause, string Title);

/// <summary>A place that leaves something to be laid down elsewhere (另行规定).</summary>
public sealed record Deferral(string Clause, string What);

/// <summary>An annex: what it is about and the rows of its table.</summary>
public sealed record Annex(string Mark, string About, string Clause, IReadOnlyList<AnnexRow>? Rows = null)
{
    public IReadOnlyList<AnnexRow> Rows { get; init; } = Rows ?? [];
}

/// <summary>A row with its decimal mark and its score as printed.</summary>
public sealed record AnnexRow(string Mark, string Score, string Clause);

/// <summary>Bands that should divide a range between them; a figure at the edge belongs to one band only.</summary>
public sealed record Scale(string About, string Unit, IReadOnlyList<PrintedBand> Bands, bool WholeNumbers = false);

/// <summary>A band as printed. <c>From</c> and <c>To</c> include the figure (以上、以内), <c>Above</c> and <c>Below</c> do not (超过、不满). <c>By</c> names what it goes by if not the scale's figure.</summary>
public sealed record PrintedBand(string Name, string Clause, int? From = null, int? Above = null, int? To = null, int? Below = null, string? By = null);

/// <summary>A stated total and its parts: figures, or names parted by blanks.</summary>
public sealed record Total(string Clause, string About, int Said, string Parts);

/// <summary>How one place answers a question other places may answer too.</summary>
public sealed record Saying(string Clause, string About, string Says);

/// <summary>A threshold: for whom, which way it bounds, how much. Without a clause it names its source.</summary>
public sealed record Figure(string Thing, Bound Is, int Value, string Unit, string? Clause = null, string? Source = null, string? For = null);

/// <summary>Which way a figure bounds.</summary>
public enum Bound
{
    [Display(Name = "不少于")]
    AtLeast = 1,

    [Display(Name = "超过")]
    Over,

    [Display(Name = "不超过")]
    AtMost,

    [Display(Name = "不满")]
    Under,

    [Display(Name = "恰为")]
    Exactly,
}

/// <summary>A provision of a kind that leaves questions open unless the text settles them; <c>Settles</c> lists those it does, parted by blanks.</summary>
public sealed record Measure(string Clause, string About, MeasureKind Kind, string? Settles = null);

/// <summary>Conditions side by side, parted by blanks, with the printed word between them.</summary>
public sealed record ConditionSet(string Clause, ConditionEffect Effect, string Joint, string Parts);

/// <summary>What meeting the conditions does.</summary>
public enum ConditionEffect
{
    /// <summary>They are asked of everybody.</summary>
    Required = 1,

    /// <summary>Who meets them goes first.</summary>
    Preferred,
}

/// <summary>A word as printed and where, parted by blanks: every place of a rare word, a few of a common one.</summary>
public sealed record Word(string Printed, string Clauses);

/// <summary>A term on which a consequence hangs; <c>Defined</c> if the text says what it means.</summary>
public sealed record Term(string Clause, string Name, bool Defined = false);
