using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Intake;

/// <summary>The statute's clocks on taking in an application (法律援助法第三十九条、第四十三条).</summary>
public sealed record NationalIntakeRules(
    [Range(1, 90)] PeriodRule ExaminationClock,
    [Range(1, 90)] PeriodRule ForwardingClock,
    [Range(1, 90)] PeriodRule EngagementClock);
