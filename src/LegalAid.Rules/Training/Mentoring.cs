using LegalAid.Rules.Common;

namespace LegalAid.Rules.Training;

/// <summary>The one proposed as a mentor, as the rule sees him: whether it is the beginner himself, in the pool today, and the days of his first aid case anywhere and here.</summary>
public sealed record MentorFacts(bool IsBeginner, bool InPool, DateOnly? FirstAidCaseOn, DateOnly? FirstAidCaseHereOn);

/// <summary>Who may be named mentor of a beginner (导师条件, WZ-24.2).</summary>
public static class Mentoring
{
    /// <summary>Every reason why not; 三年以上 includes the third anniversary itself.</summary>
    public static IEnumerable<Refusal> WhyNotMentor(MentorFacts mentor, MentorRules rules, DateOnly day)
    {
        if (mentor.IsBeginner)
        {
            yield return new("mentor-self", "本人不能作自己的导师。", [rules.MentorYears.Clause]);
        }

        if (rules.MentorInPool.Value && !mentor.InPool)
        {
            yield return new("mentor-outside-pool", "导师须是现在在库的人员。", [rules.MentorInPool.Clause]);
        }

        var since = rules.FromFirstCaseAnywhere.Value ? mentor.FirstAidCaseOn : mentor.FirstAidCaseHereOn;
        if (since is not { } first || first.AddYears(rules.MentorYears.Value) > day)
        {
            yield return new(
                "mentor-years",
                rules.FromFirstCaseAnywhere.Value ? $"导师办理法律援助案件须满{rules.MentorYears.Value}年。" : $"导师在本地办理法律援助案件须满{rules.MentorYears.Value}年。",
                [rules.MentorYears.Clause],
                since is { } known ? $"首件{known:yyyy-MM-dd}" : "没有首件法律援助案件的记录，请填写日期");
        }
    }
}
