using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Ranking;

/// <summary>By what members of one colour are ordered on a list of awards, never their colour (评优名单的次序).</summary>
public enum AwardOrder
{
    [Display(Name = "扣分少")]
    FewerDeductions = 1,

    [Display(Name = "质量高")]
    BetterGrades,

    [Display(Name = "拒派少")]
    FewerRefusals,

    [Display(Name = "完成量多")]
    MoreDone,

    [Display(Name = "入库早")]
    EarlierEntry,
}

/// <summary>The quarterly tri-colour list (三色清单): who is ranked, how many of them get which colour, what it means for them and what two reds bring.</summary>
public sealed record RankingRules(
    ColourShares Shares,
    ParticipationRules Participation,
    Setting<bool> ConfirmedByPerson,
    [Range(1, 90)] PeriodRule PublicationClock,
    ColourEffects Effects,
    RedStreakRules RedStreak);

/// <summary>
/// Of a hundred ranked members how many are green from the top and red from the bottom; the rest is blue. A place is whole or none where rounding
/// down, and equal points have the colour that is better for them (WZ-12.2, WZ-12.4).
/// </summary>
[SharesOfOneWhole]
public sealed record ColourShares(
    Setting<int> GreenPercent,
    Setting<int> RedPercent,
    Setting<bool> RoundedDown,
    Setting<bool> TiesFavourable,
    [Range(0, 10)] Setting<int> MinRedPlaces)
{
    /// <summary>How many places are green, before ties.</summary>
    public int GreenPlaces(int ranked) => Places(ranked, GreenPercent.Value);

    /// <summary>How many places are red, before ties.</summary>
    public int RedPlaces(int ranked) => Math.Min(ranked, Math.Max(MinRedPlaces.Value, Places(ranked, RedPercent.Value)));

    private int Places(int ranked, int percent) => ((ranked * percent) + (RoundedDown.Value ? 0 : 99)) / 100;
}

/// <summary>Who is ranked at all (参评). The text is silent; who is left out is told so with the reason (WZ-12.7).</summary>
public sealed record ParticipationRules(
    Setting<bool> OneListForBothPools,
    [Range(0, 92)] Setting<int> MinDaysInPool,
    Setting<bool> AwayAllQuarterLeftOut,
    Setting<bool> WithoutOpportunityLeftOut,
    Setting<bool> CentreStaffRanked,
    Setting<bool> OutsidersRanked);

/// <summary>
/// What a colour brings (奖惩). The weights are ratios in the rotation, 100 the plain share; they never pass a gate, a conflict or a lack of ability (WZ-13.2b).
/// </summary>
public sealed record ColourEffects(
    [Range(1, 1000)] Setting<int> GreenWeightPercent,
    [Range(1, 1000)] Setting<int> BlueWeightPercent,
    [Range(1, 1000)] Setting<int> RedWeightPercent,
    Setting<bool> GreenRecommended,
    Setting<bool> GreenStudiesFirst,
    Setting<IReadOnlyList<AwardOrder>> AwardOrder,
    Setting<bool> RedFirmTold,
    Setting<bool> RedNotRecommended) : ICheckedRecord
{
    public IEnumerable<string> Faults()
    {
        if (GreenWeightPercent.Value < BlueWeightPercent.Value || BlueWeightPercent.Value < RedWeightPercent.Value)
        {
            yield return $"份额须绿色不低于蓝色、蓝色不低于红色：{GreenWeightPercent.Value}%、{BlueWeightPercent.Value}%、{RedWeightPercent.Value}%";
        }
    }
}
