namespace LegalAid.Rules.Common;

/// <summary>Which of two clocks ends first.</summary>
public enum EarlierClock
{
    /// <summary>本办期限先到</summary>
    Own = 1,

    /// <summary>法定期限先到</summary>
    Statute,

    /// <summary>同时届满</summary>
    Both,
}

/// <summary>The statute's clock and, if the office's text has one, its own beside it; the earlier is the red line (红线).</summary>
public sealed record TwoClocks(Deadline Statute, Deadline? Own = null)
{
    public EarlierClock Earlier => EarlierOf(Statute.DueAt, Own?.DueAt);

    public Deadline RedLine => Own is null ? Statute : Deadline.EarliestOf([Own, Statute]);

    /// <summary>Both, the office's own first.</summary>
    public IReadOnlyList<Deadline> All => Own is null ? [Statute] : [Own, Statute];

    /// <summary>Which ends first, by their ends alone; the statute's where it is the only one.</summary>
    public static EarlierClock EarlierOf(DateTime statuteDue, DateTime? ownDue) =>
        ownDue is null || ownDue > statuteDue ? EarlierClock.Statute
        : ownDue < statuteDue ? EarlierClock.Own
        : EarlierClock.Both;
}
