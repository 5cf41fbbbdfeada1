using LegalAid.Rules.Common;

namespace LegalAid.Rules.Conduct;

/// <summary>
/// What makes the centre open a matter against somebody in its pool (处理). Which measure follows is not written down:
/// the text refers to a regulation it does not carry, so a person decides each time. Declining without good reason stands with <see cref="Assignment.DeclineRules"/>.
/// </summary>
public sealed record HandlingRules(
    Setting<bool> UnapprovedHandlerChange,
    Setting<bool> DutyBreach,
    Setting<bool> UnqualifiedWork);
