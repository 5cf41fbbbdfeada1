using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Points;

/// <summary>What a wrong takes away (负面清单), in tenths of a point and written without a sign; a person confirms each (WZ-N0).</summary>
public sealed record DeductionRules(
    LatenessDeductions Lateness,
    LeavingDeductions Leaving,
    DutyDeductions Duty,
    CaseDeductions Cases,
    DeductionProcedure Procedure);

/// <summary>
/// Late, early or not at all (迟到、早退、缺勤). The text counts exactly half an hour twice; the longer class has it (WZ-N1.1.2).
/// </summary>
public sealed record LatenessDeductions(
    [Range(0, 1000)] Setting<int> ShortTenths,
    [Range(0, 1000)] Setting<int> LongTenths,
    [Range(1, 480)] Setting<int> LongFromMinutes,
    [Range(0, 1000)] Setting<int> AbsenceTenths,
    Setting<bool> LateAndEarlyApart) : ICheckedRecord
{
    /// <summary>What so many minutes beyond the tolerance take away; null for none.</summary>
    public Setting<int>? Of(int minutes) => minutes <= 0 ? null : minutes < LongFromMinutes.Value ? ShortTenths : LongTenths;

    public IEnumerable<string> Faults() => PointScale.WhyNotFalling("迟到早退", LongTenths.Value, ShortTenths.Value);
}

/// <summary>Away from the post during a shift (中途离岗): longer than so many minutes, or without leave at all; of both the heavier alone where the book says so.</summary>
public sealed record LeavingDeductions(
    [Range(0, 1000)] Setting<int> LongTenths,
    [Range(1, 480)] Setting<int> LongOverMinutes,
    [Range(0, 1000)] Setting<int> UnexcusedTenths,
    Setting<bool> HeavierOnly)
{
    /// <summary>What an absence from the post takes away: each with its clause, one or both by <see cref="HeavierOnly"/>.</summary>
    public IReadOnlyList<Setting<int>> Of(int minutes, bool excused)
    {
        List<Setting<int>> found = [];
        if (!excused)
        {
            found.Add(UnexcusedTenths);
        }

        if (minutes > LongOverMinutes.Value)
        {
            found.Add(LongTenths);
        }

        return HeavierOnly.Value ? [.. found.OrderByDescending(setting => setting.Value).Take(1)] : found;
    }
}

/// <summary>Other wrongs on duty (值班值机纪律).</summary>
public sealed record DutyDeductions(
    [Range(0, 1000)] Setting<int> UnreportedTenths,
    [Range(0, 1000)] Setting<int> PrivateBusinessTenths,
    [Range(0, 1000)] Setting<int> MissingLogTenths,
    Setting<bool> LogOncePerShift,
    [Range(0, 1000)] Setting<int> AttitudeTenths,
    [Range(0, 1000)] Setting<int> ToutingTenths,
    [Range(0, 1000)] Setting<int> AbuseOrTakingTenths,
    Setting<bool> AbuseAndTakingApart);

/// <summary>Wrongs in a case (案件办理规定).</summary>
public sealed record CaseDeductions(
    [Range(0, 1000)] Setting<int> UnjustifiedRefusalTenths,
    [Range(0, 1000)] Setting<int> ComplaintTenths,
    [Range(0, 1000)] Setting<int> UnreportedMatterTenths,
    [Range(0, 1000)] Setting<int> OwnTerminationTenths,
    [Range(0, 1000)] Setting<int> SolicitingTenths,
    [Range(0, 1000)] Setting<int> TakingTenths,
    [Range(0, 1000)] Setting<int> LeakTenths);

/// <summary>How a deduction comes about (扣分程序), and how much the centre may take for what the list does not name (WZ-N3).</summary>
public sealed record DeductionProcedure(
    Setting<bool> HeardFirst,
    Setting<bool> SecondPersonConfirms,
    Setting<bool> BookedWhenItHappened,
    Setting<bool> OneFactHeaviestOnly,
    [Range(0, 1000)] Setting<int> UnlistedMaxTenths,
    Setting<bool> UnlistedTwoApprovals);
