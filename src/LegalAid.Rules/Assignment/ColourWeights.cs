using LegalAid.Rules.Common;
using LegalAid.Rules.Ranking;

namespace LegalAid.Rules.Assignment;

/// <summary>
/// What a member's colour is worth in the rotation over persons, 100 being the plain share (WZ-13.1, WZ-13.2b, WZ-13.3a).
/// A weight changes how often the turn comes; it passes no gate and closes none.
/// </summary>
public sealed record ColourWeights(Setting<int> Green, Setting<int> Blue, Setting<int> Red)
{
    public const int PlainPercent = 100;

    public static ColourWeights Of(ColourEffects effects) => new(effects.GreenWeightPercent, effects.BlueWeightPercent, effects.RedWeightPercent);

    /// <summary>The setting behind a colour; none for who is not ranked.</summary>
    public Setting<int>? For(Colour? colour) => colour switch
    {
        Colour.Green => Green,
        Colour.Blue => Blue,
        Colour.Red => Red,
        null => null,
        _ => throw new ArgumentOutOfRangeException(nameof(colour), colour, "Unknown colour."),
    };

    public int PercentOf(Colour? colour) => For(colour)?.Value ?? PlainPercent;

    public static string NameOf(Colour colour) => colour switch
    {
        Colour.Green => "绿色",
        Colour.Blue => "蓝色",
        Colour.Red => "红色",
        _ => throw new ArgumentOutOfRangeException(nameof(colour), colour, "Unknown colour."),
    };
}
