using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Training;

/// <summary>
/// Coming to trainings (参训): how long before the start one may sign in, and how long a missed training may be made up (QDN-4.5b). No text gives either number;
/// each book states the one the office goes by until it sets its own.
/// </summary>
public sealed record TrainingAttendanceRules([Range(0, 240)] Setting<int> SignInOpensMinutes, [Range(1, 366)] PeriodRule MakeUpClock);
