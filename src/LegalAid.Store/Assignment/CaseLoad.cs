namespace LegalAid.Store.Assignment;

/// <summary>How many cases somebody has open, got within the last year, and of criminal ones handled here since the roster's own figures.</summary>
internal sealed record CaseLoad(int Open, int LastYear, int CriminalSince)
{
    public static CaseLoad None { get; } = new(0, 0, 0);
}
