using LegalAid.Rules.Assignment;

namespace LegalAid.Rules.Registry.Vetting;

/// <summary>Who may come in at all: as what, from where, into which pools, and not while a removal bars.</summary>
internal static class PlaceFindings
{
    private const ServiceIntents AllIntents =
        ServiceIntents.CriminalDefence | ServiceIntents.CivilRepresentation | ServiceIntents.AdministrativeRepresentation | ServiceIntents.LabourArbitration;

    public static IEnumerable<Finding> Of(VettingFacts facts)
    {
        var recruitment = facts.Rules.Recruitment;
        return recruitment.Pools is { } pools
            ? [.. OpenTo(facts, pools), .. PoolDistricts(facts, pools), .. Institution(facts), .. Both(facts, pools), .. Removal(facts)]
            : [.. Closed(facts, recruitment), District(facts, recruitment.District.Value, recruitment.District.Clause, Pools.None), .. Institution(facts), .. Removal(facts)];
    }

    // A text without a list of kinds calls for lawyers of firms and basic-level workers; only who is none of them is told.
    private static IEnumerable<Finding> Closed(VettingFacts facts, RecruitmentRules recruitment) =>
        ApplicationRules.OpenTo(recruitment).Contains(facts.As) ? [] : [new(VettingCriterion.OpenTo, [recruitment.Entry.Clause], $"以{VettingWords.Of(facts.As)}身份申请", Verdict.NotMet)];

    private static IEnumerable<Finding> OpenTo(VettingFacts facts, PoolRules pools)
    {
        var open = pools.OpenTo.Value.Contains(facts.As);
        yield return new(VettingCriterion.OpenTo, [pools.OpenTo.Clause], $"以{VettingWords.Of(facts.As)}身份申请", open ? Verdict.Met : Verdict.NotMet);
        if (facts.As == PoolPerson.Volunteer && pools.VolunteersAdviseOnly.Value && facts.Pools.HasFlag(Pools.Cases))
        {
            yield return new(VettingCriterion.OpenTo, [pools.VolunteersAdviseOnly.Clause], "志愿者只做咨询和代拟文书，不进办案库", Verdict.NotMet) { Pools = Pools.Cases, Intents = AllIntents };
        }
    }

    private static IEnumerable<Finding> PoolDistricts(VettingFacts facts, PoolRules pools)
    {
        var general = facts.Rules.Recruitment.District;
        foreach (var (pool, terms) in new[] { (Pools.Duty, pools.Duty), (Pools.Cases, pools.Cases) })
        {
            if (facts.Pools.HasFlag(pool))
            {
                var district = terms.District ?? general;
                yield return District(facts, district.Value, district.Clause, pool);
            }
        }
    }

    // Who applies from elsewhere says by it that they are willing.
    private static Finding District(VettingFacts facts, DistrictReach reach, string clause, Pools pool)
    {
        if (!ApplicationRules.IsLicensed(facts.As))
        {
            return new(VettingCriterion.District, [clause], $"{VettingWords.Of(facts.As)}没有执业注册地", Verdict.NotApplicable) { Pools = pool };
        }

        if (!PersonKinds.HasInstitution(facts.As) && reach == DistrictReach.OwnDistrict)
        {
            return new(VettingCriterion.District, [clause], $"{VettingWords.Of(facts.As)}不在执业机构执业，所在地见所在单位盖章页", Verdict.NotApplicable) { Pools = pool };
        }

        var where = facts.District is { } district ? $"执业注册地{district}" : "没有执业机构";
        return reach != DistrictReach.OwnDistrict
            ? new(VettingCriterion.District, [clause], $"{where}，注册地不限", Verdict.Met) { Pools = pool }
            : facts.District is { } own && facts.ServedDistricts.Contains(own, StringComparer.Ordinal)
                ? new(VettingCriterion.District, [clause], where, Verdict.Met) { Pools = pool }
                : new(VettingCriterion.District, [clause], $"{where}，不在{string.Join('、', facts.ServedDistricts)}", Verdict.NotMet) { Pools = pool };
    }

    // Where one may come from anywhere (WZ-5.3) the employer may be stated in words alone; a clerk finds out which institution that is before anybody is chosen.
    private static IEnumerable<Finding> Institution(VettingFacts facts)
    {
        var district = facts.Rules.Recruitment.District;
        if (district.Value != DistrictReach.OwnDistrict && facts is { As: PoolPerson.SocialLawyer or PoolPerson.LegalWorker, District: null })
        {
            yield return new(VettingCriterion.Institution, [district.Clause], "填写的所在单位还没有核对登记", Verdict.NeedsPerson);
        }
    }

    private static IEnumerable<Finding> Both(VettingFacts facts, PoolRules pools)
    {
        if (facts.Pools == (Pools.Duty | Pools.Cases))
        {
            yield return new(VettingCriterion.BothPools, [pools.BothAllowed.Clause], "同时申请值班库和办案库，各按该库的条件审核", pools.BothAllowed.Value ? Verdict.Met : Verdict.NotMet);
        }
    }

    // The bar binds whoever applies, as whatever: it is counted from the decision to the day of the application. Pools that make it no condition of theirs leave it to the bar on applying.
    private static IEnumerable<Finding> Removal(VettingFacts facts)
    {
        if (facts.Rules.Removal is not { } removal || facts.Rules.Recruitment.Pools is { Conditions.RemovedBarred.Value: false })
        {
            yield break;
        }

        string[] clauses = facts.Rules.Recruitment.Pools is { } pools ? [pools.Conditions.RemovedBarred.Clause, removal.BarYears.Clause] : [removal.BarYears.Clause];
        if (facts.RemovedOn.Count == 0)
        {
            yield return new(VettingCriterion.Removal, clauses, "没有被本机构清退的记录", Verdict.Met);
            yield break;
        }

        var last = facts.RemovedOn.Max();
        var free = last.AddYears(removal.BarYears.Value).AddDays(removal.AnniversaryBarred.Value ? 1 : 0);
        yield return removal.Bars(last, facts.SubmittedOn)
            ? new(VettingCriterion.Removal, clauses, $"{last:yyyy-MM-dd}被本机构清退，{removal.BarYears.Value}年内不得再申请", Verdict.NotMet) { PassesOn = free }
            : new(VettingCriterion.Removal, clauses, $"{last:yyyy-MM-dd}曾被本机构清退，禁入期已满", Verdict.Met);
    }
}
