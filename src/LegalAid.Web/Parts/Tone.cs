using Microsoft.AspNetCore.Html;

namespace LegalAid.Web.Parts;

/// <summary>What a state means for the reader; each tone has a colour and a shape.</summary>
public enum Tone
{
    /// <summary>Nothing to do: a fact.</summary>
    Plain = 1,

    /// <summary>Under way.</summary>
    Active,

    /// <summary>Waits for somebody.</summary>
    Waiting,

    /// <summary>Done as it should be.</summary>
    Good,

    /// <summary>Look at this soon.</summary>
    Attention,

    /// <summary>Wrong, refused or late.</summary>
    Bad,

    /// <summary>Over: closed, withdrawn, archived.</summary>
    Ended,
}

public static class ToneLook
{
    public static string CssClass(this Tone tone) => "tone-" + tone.ToString().ToLowerInvariant();

    public static IHtmlContent Shape(this Tone tone) => tone switch
    {
        Tone.Plain => Icon.Ring,
        Tone.Active => Icon.Dot,
        Tone.Waiting => Icon.HalfDot,
        Tone.Good => Icon.Check,
        Tone.Attention => Icon.Diamond,
        Tone.Bad => Icon.Triangle,
        Tone.Ended => Icon.Square,
        _ => throw new ArgumentOutOfRangeException(nameof(tone), tone, "Unknown tone."),
    };
}
