using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>What a member took part in beside cases and duty (QJ-2.6).</summary>
public enum ActivityKind
{
    [Display(Name = "法律援助宣传")]
    Publicity = 1,

    [Display(Name = "志愿服务")]
    Volunteering,
}

/// <summary>Taking part in publicity and voluntary work, promised at entry and counted since (QJ-2.6). Nothing follows from the count by itself.</summary>
public static class Participations
{
    private static readonly string[] Clauses = ["QJ-2.6"];

    public static Refusal? WhyNotRecord(DateOnly heldOn, DateOnly joinedOn, DateOnly? leftOn, DateOnly today) =>
        heldOn > today ? new("activity-later", "活动的日期不能晚于今天。", Clauses)
        : heldOn < joinedOn ? new("activity-before", $"此人{joinedOn:yyyy-MM-dd}入库，以前的活动不计。", Clauses)
        : heldOn >= leftOn ? new("activity-after", $"此人自{leftOn:yyyy-MM-dd}起离开，以后的活动不计。", Clauses)
        : null;
}
