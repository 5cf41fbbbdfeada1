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

/// <summary>The office's own clock and the statute's side by side; the earlier is the red line (红线).</summary>
public sealed record TwoClocks(Deadline Own, Deadline Statute)
{
    public EarlierClock Earlier =>
        Own.DueAt < Statute.DueAt ? EarlierClock.Own
        : Own.DueAt > Statute.DueAt ? EarlierClock.Statute
        : EarlierClock.Both;

    public Deadline RedLine => Deadline.EarliestOf([Own, Statute]);
}
