using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>What the centre may enter by hand of people without an institution: who comes onto the roster without an application (WZ-1.1, WZ-5.1), and who goes on as another kind of lawyer.</summary>
public static class EntryByHand
{
    /// <summary>Every reason why somebody cannot be entered by hand for these pools and intents.</summary>
    public static List<Refusal> WhyNotEnter(PoolPerson person, Pools pools, ServiceIntents intents, RecruitmentRules rules)
    {
        var refusals = new List<Refusal>();
        if (PersonKinds.HasInstitution(person))
        {
            refusals.Add(new("kind-licensed", "在执业机构执业的人员由名册导入或者申请入库。", []));
        }

        if (ApplicationRules.WhyNotIntents(person, intents, rules) is { } intent)
        {
            refusals.Add(intent);
        }

        if (pools == Pools.None)
        {
            refusals.Add(new("pools-none", "请选进入哪个库。", rules.Pools is { } both ? [both.BothAllowed.Clause] : []));
        }

        if (pools == (Pools.Duty | Pools.Cases) && rules.Pools is { BothAllowed.Value: false } apart)
        {
            refusals.Add(new("pools-both", "不能同时在两库。", [apart.BothAllowed.Clause]));
        }

        if (person == PoolPerson.Volunteer && pools.HasFlag(Pools.Cases))
        {
            refusals.Add(new("volunteer-cases", "志愿者只做咨询和代拟文书，不进办案库。", [rules.Pools?.VolunteersAdviseOnly.Clause ?? PersonKinds.Volunteers]));
        }

        if (pools.HasFlag(Pools.Cases) && person != PoolPerson.Volunteer && intents == ServiceIntents.None)
        {
            refusals.Add(new("intents-none", "进办案库的，请选服务意向。", []));
        }

        return refusals;
    }

    /// <summary>What is wrong with the licence of somebody entered by hand; who needs none is not asked.</summary>
    public static IEnumerable<Refusal> WhyNotLicensed(PoolPerson person, string? number, DateOnly? since, DateOnly today)
    {
        if (!ApplicationRules.IsLicensed(person))
        {
            yield break;
        }

        if (!LicenceNumber.TryParse(number, out var licence, out var fault))
        {
            yield return new("entry-licence", $"{fault}。", []);
        }
        else if (licence.IsForLawyer != PersonKinds.IsLawyer(person))
        {
            yield return new("entry-licence", "执业证号首位应为1（律师）。", []);
        }

        if (since is null || since > today)
        {
            yield return new("entry-licensed-on", since is null ? "请填写首次执业日期。" : "首次执业日期晚于今天。", []);
        }
    }

    /// <summary>Whether it is clear where somebody practises from now on (转所、转任): at one institution, or as a lawyer of one employer. Only a lawyer becomes a public or company lawyer.</summary>
    public static Refusal? WhyNotMove(PractitionerKind now, PoolPerson? becomes, bool toInstitution, bool toEmployer) => becomes switch
    {
        null => toInstitution ? null : new("move-nowhere", "请选新的机构；转任公职律师、公司律师的，选转任的身份。", []),
        { } person when !PersonKinds.IsEmployedLawyer(PersonKinds.PractitionerOf(person)) || !PersonKinds.IsLawyer(now) => new("move-kind", "只有律师可以转任公职律师、公司律师。", []),
        _ => toInstitution ? new("move-both", "转任公职律师、公司律师的，不选机构。", [])
            : toEmployer ? null
            : new("move-employer", "请填写所在单位。", []),
    };
}
