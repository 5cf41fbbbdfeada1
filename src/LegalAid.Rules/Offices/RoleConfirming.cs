using LegalAid.Rules.Common;

namespace LegalAid.Rules.Offices;

/// <summary>A role before the one who would confirm it.</summary>
/// <param name="IsWaiting">Nobody has decided it yet.</param>
/// <param name="IsAsker">The decider asked for it.</param>
/// <param name="IsConcerned">The account is the decider's own.</param>
public sealed record RoleQuestion(bool IsWaiting, bool IsAsker, bool IsConcerned);

/// <summary>Two persons give a role (三员分立): one asks, another confirms, and neither is the one who gets it.</summary>
public static class RoleConfirming
{
    public static Refusal? WhyNotDecide(RoleQuestion question, bool grants, string? reason) =>
        !question.IsWaiting ? new("role-decided", "这个岗位已经确认过或者不予确认。", [])
        : question.IsAsker ? new("role-asker", "提出的人不能自己确认，请由另一位安全保密管理员办理。", [])
        : question.IsConcerned ? new("role-own", "任何人不得确认自己的岗位。", [])
        : !grants && string.IsNullOrWhiteSpace(reason) ? new("role-reason", "不予确认须写明理由。", [])
        : null;
}
