using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>Moving between the duty pool and the case pool, or standing in both (两库互通, WZ-5.2): whoever enters a pool meets its own terms.</summary>
public static class PoolMoves
{
    public static IReadOnlyList<Refusal> WhyNot(PoolRules? rules, Pools held, Pools wanted, DateOnly firstLicensedOn, DateOnly day)
    {
        if (rules is null)
        {
            return [new("pools-one", "本机构没有分设值班库和办案库。", [])];
        }

        if (wanted == held || wanted == Pools.None)
        {
            return [wanted == held ? new("pools-same", "库别没有变化。", []) : new("pools-none", "两库都离开的，请办理退出或者登记离开。", [])];
        }

        var refusals = new List<Refusal>();
        if (wanted == (Pools.Duty | Pools.Cases) && !rules.BothAllowed.Value)
        {
            refusals.Add(new("pools-both", "不能同时在两库。", [rules.BothAllowed.Clause]));
        }

        var entered = wanted & ~held;
        refusals.AddRange(Terms(rules).Where(pool => rules.TermsHoldOnMove.Value && entered.HasFlag(pool.Pool)).Select(pool => WhyYoung(pool.Name, pool.Terms, firstLicensedOn, day)).OfType<Refusal>());
        return refusals;
    }

    private static (Pools Pool, string Name, PoolTerms Terms)[] Terms(PoolRules rules) => [(Pools.Duty, "值班库", rules.Duty), (Pools.Cases, "办案库", rules.Cases)];

    // 满三年 is met on the anniversary itself.
    private static Refusal? WhyYoung(string pool, PoolTerms terms, DateOnly firstLicensedOn, DateOnly day)
    {
        var years = terms.LicenceYears.Value;
        return firstLicensedOn.AddYears(years) <= day ? null : new(
            "pools-years", $"进入{pool}须执业满{years}年，此人到{firstLicensedOn.AddYears(years):yyyy-MM-dd}才满。", [terms.LicenceYears.Clause],
            $"首次执业{firstLicensedOn:yyyy-MM-dd}，满{Experience.FullYears(firstLicensedOn, day)}年");
    }
}
