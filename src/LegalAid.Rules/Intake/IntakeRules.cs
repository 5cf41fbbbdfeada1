using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Intake;

/// <summary>The statute's clocks on taking in an application (法律援助法第三十九条、第四十三条) and on what its handler has to hand in (程序规定第二十七条、第四十条).</summary>
public sealed record NationalIntakeRules(
    [Range(1, 90)] PeriodRule ExaminationClock,
    [Range(1, 90)] PeriodRule ForwardingClock,
    [Range(1, 90)] PeriodRule EngagementClock,
    [Range(1, 365)] PeriodRule FileClock);
