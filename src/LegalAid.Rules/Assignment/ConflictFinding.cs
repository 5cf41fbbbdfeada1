namespace LegalAid.Rules.Assignment;

/// <summary>A hit of the conflict check (law.md §6): the rule, the matter it was found in, what was found; it bars or it warns.</summary>
public sealed record ConflictFinding(string Rule, string Matter, string Fact, bool Bars)
{
    /// <summary>Agreement has to wait for the client's written consent (CF-13); null where it has not.</summary>
    public bool? AwaitsConsent { get; init; }

    /// <summary>The day of the written consent that lifted it; it neither bars nor warns any more.</summary>
    public DateOnly? ConsentedOn { get; init; }

    internal bool Warns => !Bars && ConsentedOn is null;
}
