namespace LegalAid.Web.Features.Registry;

/// <summary>A page with the fields of a round.</summary>
public interface IRoundFields
{
    RoundForm Form { get; }

    /// <summary>The office keeps two lists, so the round says for which it is.</summary>
    bool AsksPools { get; }

    /// <summary>Some list takes applications at any time.</summary>
    bool MayStayOpen { get; }
}
