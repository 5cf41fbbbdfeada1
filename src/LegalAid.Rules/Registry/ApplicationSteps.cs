using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>A step of an application on its way to the centre.</summary>
public enum ApplicationStep
{
    /// <summary>本人填写、修改</summary>
    Edit = 1,

    /// <summary>本人交所在单位</summary>
    HandOver,

    /// <summary>单位出具意见</summary>
    Endorse,

    /// <summary>单位退回本人修改</summary>
    GiveBack,

    /// <summary>提交中心</summary>
    Submit,

    /// <summary>单位撤回推荐</summary>
    TakeBack,

    /// <summary>本人撤回</summary>
    Withdraw,

    /// <summary>中心退回补正</summary>
    Return,
}

/// <summary>How far an application is, as the steps look at it.</summary>
public enum ApplicationPlace
{
    /// <summary>With the applicant: a draft, or returned for completion.</summary>
    AtHome = 1,

    WithEmployer,

    Submitted,

    /// <summary>Decided by the centre, and neither told as refused nor taken in yet: the person may still step back.</summary>
    Decided,

    /// <summary>Withdrawn, lapsed, refused or taken in.</summary>
    Over,
}

/// <summary>Where an application stands when a step is wanted.</summary>
/// <param name="Place">With whom it is.</param>
/// <param name="Endorsed">The employer has given its opinion.</param>
/// <param name="HasEmployer">The employer has a part in it here; false where it signs on paper, or is not asked.</param>
/// <param name="CameInTime">It was submitted once before the closing time, and is completed since.</param>
/// <param name="IsOpen">The round takes applications at this moment.</param>
public sealed record ApplicationStanding(ApplicationPlace Place, bool Endorsed, bool HasEmployer, bool CameInTime, bool IsOpen);

/// <summary>
/// Which step an application may take, by whom the book lets hand it in (QJ-5.1b, WZ-7.2b, QDN-4.1a). Nothing moves after the closing time but what had come in time: that may
/// be completed, since the centre asked for it, and withdrawn.
/// </summary>
public static class ApplicationSteps
{
    public static Refusal? WhyNot(ApplicationStep step, ApplicationStanding standing, RecruitmentRules rules) =>
        WhyOver(step, standing) ?? WhyLate(step, standing, rules) ?? WhyElsewhere(step, standing, ApplicationRules.SubmitterOf(rules), rules);

    private static Refusal? WhyOver(ApplicationStep step, ApplicationStanding standing) =>
        standing.Place != ApplicationPlace.Over && (standing.Place != ApplicationPlace.Decided || step == ApplicationStep.Withdraw) ? null
        : new("application-over", step == ApplicationStep.Withdraw ? "这份申请已经办结，不能撤回。" : "这份申请已经撤回、视为放弃或者办结，不能再办理。", []);

    private static Refusal? WhyLate(ApplicationStep step, ApplicationStanding standing, RecruitmentRules rules) =>
        standing.IsOpen || standing.CameInTime || step is ApplicationStep.Withdraw or ApplicationStep.Return ? null
        : new("round-closed", "不在申报时间内，不能办理；截止时没有提交中心的，视为放弃。", rules.Window is { } window ? [window.ClosesAt.Clause] : []);

    private static Refusal? WhyElsewhere(ApplicationStep step, ApplicationStanding standing, Submitter by, RecruitmentRules rules)
    {
        string[] clause = rules.SubmittedBy is { } setting ? [setting.Clause] : [];
        return step switch
        {
            ApplicationStep.Edit => standing.Place == ApplicationPlace.AtHome ? null : new("not-at-home", "已交单位或者中心，不能修改；要改的，请先退回。", clause),
            ApplicationStep.HandOver => by == Submitter.Person || !standing.HasEmployer ? new("no-employer", "这份申请不经所在单位，由本人直接提交。", clause)
                : standing.Place == ApplicationPlace.AtHome ? null : new("handed-over", "已经交所在单位。", clause),
            ApplicationStep.Endorse => standing.Place != ApplicationPlace.WithEmployer ? new("not-with-employer", "这份申请不在本单位。", clause)
                : standing.Endorsed ? new("endorsed", "已经出具意见。", clause) : null,
            ApplicationStep.GiveBack => standing.Place == ApplicationPlace.WithEmployer ? null : new("not-with-employer", "这份申请不在本单位。", clause),
            ApplicationStep.Submit => WhyNotSubmit(standing, by, clause),
            ApplicationStep.TakeBack => by != Submitter.Institution ? new("not-submitted-by-employer", "不是由单位提交的，由本人撤回。", clause)
                : standing.Place != ApplicationPlace.Submitted ? new("not-submitted", "还没有提交中心。", clause)
                : standing.IsOpen ? null : new("round-closed", "已经截止，不能撤回推荐。", clause),
            ApplicationStep.Withdraw => null,
            ApplicationStep.Return => standing.Place == ApplicationPlace.Submitted ? null : new("not-submitted", "不是待审核的申请，不能退回。", clause),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Unknown step."),
        };
    }

    private static Refusal? WhyNotSubmit(ApplicationStanding standing, Submitter by, string[] clause)
    {
        var byEmployer = by != Submitter.Person && standing.HasEmployer;
        return standing.Place == ApplicationPlace.Submitted ? new("submitted", "已经提交中心。", clause)
            : !byEmployer ? (standing.Place == ApplicationPlace.AtHome ? null : new("not-at-home", "这份申请不在本人手里。", clause))
            : standing.Place != ApplicationPlace.WithEmployer ? new("not-handed-over", "请先交所在单位出具意见。", clause)
            : standing.Endorsed ? null : new("not-endorsed", "所在单位还没有出具意见。", clause);
    }
}
