using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>When a case that was brought along is closed (结案), and until when a closing recorded by mistake is taken back. Whoever left with one is out when the last is closed (WZ-26.2).</summary>
public static class PriorMatters
{
    public static Refusal? WhyNotClose(DateOnly assignedOn, DateOnly? closedOn, DateOnly day, DateOnly today) =>
        closedOn is { } closed ? new("matter-closed", $"已登记于{closed:yyyy-MM-dd}结案。", [])
        : day < assignedOn ? new("matter-before", $"结案日早于指派日（{assignedOn:yyyy-MM-dd}）。", [])
        : day > today ? new("matter-later", "结案日不能晚于今天。", [])
        : null;

    /// <summary>As long as a departure recorded by mistake is taken back: a clerk soon, the head later.</summary>
    public static Refusal? WhyNotReopen(DateOnly? closedOn, DateOnly recordedOn, bool byHead, DateOnly today) =>
        closedOn is null ? new("matter-open", "这件案件没有结案登记。", [])
        : today > recordedOn.AddDays(Departures.HeadDays) ? new("matter-long-ago", $"结案登记已超过{Departures.HeadDays}天，不能撤回。", [], $"登记于{recordedOn:yyyy-MM-dd}")
        : !byHead && today > recordedOn.AddDays(Departures.ClerkDays) ? new("matter-by-head", $"结案登记已超过{Departures.ClerkDays}天，由中心负责人撤回。", [], $"登记于{recordedOn:yyyy-MM-dd}")
        : null;
}
