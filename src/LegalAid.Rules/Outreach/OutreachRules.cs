using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Outreach;

/// <summary>What a station's notice or the contact card must tell (公示和联系卡的内容).</summary>
public enum PublicContent
{
    [Display(Name = "援助范围")]
    Scope = 1,

    [Display(Name = "申请条件")]
    Conditions,

    [Display(Name = "申请材料")]
    Materials,

    [Display(Name = "可申请的事项")]
    Matters,

    [Display(Name = "受援人的权利和义务")]
    RightsAndDuties,

    [Display(Name = "咨询电话")]
    Phone,

    [Display(Name = "地址")]
    Address,

    [Display(Name = "网址")]
    Website,
}

/// <summary>What an office tells the public and what its stations may do (宣传、工作站).</summary>
public sealed record OutreachRules(
    Setting<IReadOnlyList<PublicContent>> StationNotice,
    Setting<IReadOnlyList<PublicContent>> ContactCard,
    [Range(1, 1000)] Setting<int> GuideItems,
    Setting<bool> MigrantWorkersFast,
    Setting<bool> StationsPreReview,
    Setting<bool> StationsDecide);
