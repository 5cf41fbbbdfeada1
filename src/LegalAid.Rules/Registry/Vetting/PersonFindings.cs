using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry.Vetting;

/// <summary>What people have to say: the institution, whoever confirms what cannot be computed, the assessor, the department and the bar.</summary>
internal static class PersonFindings
{
    public static IEnumerable<Finding> Of(VettingFacts facts)
    {
        var recruitment = facts.Rules.Recruitment;
        if (recruitment.Conditions is { } conditions)
        {
            foreach (var finding in InstitutionAndAssessment(facts, conditions))
            {
                yield return finding;
            }
        }

        foreach (var finding in facts.ConditionsApply() ? [.. Papers(facts, recruitment.Pools?.Conditions), .. Confirmed(facts, recruitment.Confirmations)] : Array.Empty<Finding>())
        {
            yield return finding;
        }

        foreach (var finding in recruitment.Pools is { } pools ? Opinions(facts, pools.Consultation) : [])
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> InstitutionAndAssessment(VettingFacts facts, RecruitmentConditions asked)
    {
        if (asked.InstitutionOpinion.Value)
        {
            yield return Given(VettingCriterion.InstitutionOpinion, asked.InstitutionOpinion.Clause, facts.HasInstitutionOpinion, "所在机构的推荐意见");
        }

        if (asked.InstitutionSeal is { Value: true } seal)
        {
            yield return Given(VettingCriterion.InstitutionSeal, seal.Clause, facts.HasInstitutionSeal, "所在机构的盖章页");
        }

        if (asked.AdmissionAssessment.Value)
        {
            yield return facts.Assessment switch
            {
                null => new(VettingCriterion.Assessment, [asked.AdmissionAssessment.Clause], "还没有准入考核的记录", Verdict.NeedsPerson),
                { Passed: true } passed => new(VettingCriterion.Assessment, [asked.AdmissionAssessment.Clause], $"{passed.HeldOn:yyyy-MM-dd}准入考核通过", Verdict.Met),
                { } failed => new(VettingCriterion.Assessment, [asked.AdmissionAssessment.Clause], $"{failed.HeldOn:yyyy-MM-dd}准入考核未通过", Verdict.NotMet),
            };
        }
    }

    private static IEnumerable<Finding> Papers(VettingFacts facts, PoolConditions? asked)
    {
        if (asked is { WrittenCommitment.Value: true })
        {
            yield return Given(VettingCriterion.Commitment, asked.WrittenCommitment.Clause, facts.CommitmentSigned, "签署的承诺书");
        }

        if (asked is { LicenceCopy.Value: true })
        {
            yield return Given(VettingCriterion.LicenceCopy, asked.LicenceCopy.Clause, facts.HasLicenceCopy, "执业证复印件");
        }
    }

    private static Finding Given(VettingCriterion criterion, string clause, bool has, string what) =>
        has ? new(criterion, [clause], $"有{what}", Verdict.Met) : new(criterion, [clause], $"缺{what}", Verdict.NotMet);

    private static IEnumerable<Finding> Confirmed(VettingFacts facts, ConfirmationRules? rules) => ConfirmedByPerson.Asked(rules).Select(asked =>
        facts.Confirmations.FirstOrDefault(confirmed => confirmed.Criterion == asked.Criterion) switch
        {
            null => new Finding(asked.Criterion, [asked.Clause], "由人判断，程序不评分", Verdict.NeedsPerson),
            { Met: true } => new Finding(asked.Criterion, [asked.Clause], "经办人已确认符合", Verdict.Met),
            _ => new Finding(asked.Criterion, [asked.Clause], "经办人认为不符合", Verdict.NotMet),
        });

    private static IEnumerable<Finding> Opinions(VettingFacts facts, PoolConsultation rules)
    {
        if (rules.BureauAsked.Value)
        {
            yield return Opinion(facts, (OpinionBody.Bureau, VettingCriterion.BureauOpinion), rules.BureauAsked.Clause, rules);
        }

        if (rules.AssociationAsked.Value)
        {
            yield return Opinion(facts, (OpinionBody.Association, VettingCriterion.AssociationOpinion), rules.AssociationAsked.Clause, rules);
        }
    }

    // The department and the bar look after lawyers; of volunteers and the centre's own staff they know nothing. An objection is weighed by the head, it decides nothing by itself.
    private static Finding Opinion(VettingFacts facts, (OpinionBody Body, VettingCriterion Criterion) of, string clause, PoolConsultation rules) =>
        !PersonKinds.IsLawyer(facts.As)
            ? new(of.Criterion, [clause], "不是律师，不征求意见", Verdict.NotApplicable)
            : facts.Opinions.FirstOrDefault(opinion => opinion.Body == of.Body) switch
            {
                null => new(of.Criterion, [clause], "还没有征求意见", Verdict.NeedsPerson),
                { Reply: OpinionReply.NoObjection } => new(of.Criterion, [clause], "已答复，没有不同意见", Verdict.Met),
                { Reply: OpinionReply.Objects } => new(of.Criterion, [clause], "已答复，有不同意见，由负责人斟酌", Verdict.NeedsPerson) { OnlyWeighed = true },
                { IsOverdue: true } => new(of.Criterion, [clause, rules.SilenceStops.Clause], "逾期没有答复", rules.SilenceStops.Value ? Verdict.NotMet : Verdict.NotApplicable),
                _ => new(of.Criterion, [clause], $"已征求，答复期限{rules.ReplyClock.LengthText()}未到", Verdict.NeedsPerson),
            };
}

/// <summary>The criteria a book leaves to a person (由人确认的条件), each with its clause.</summary>
public static class ConfirmedByPerson
{
    /// <summary>Those, and a penalty the person states and no record tells of, as long as it is open or was confirmed.</summary>
    public static IEnumerable<VettingCriterion> Open(VettingFacts facts, VettingDecision decision) =>
    [
        .. facts.ConditionsApply() ? Asked(facts.Rules.Recruitment.Confirmations).Select(one => one.Criterion) : [],
        .. decision.Findings.Where(finding => finding.Criterion == VettingCriterion.Sanctions && (finding.Verdict == Verdict.NeedsPerson || facts.Confirmations.Any(said => said.Criterion == finding.Criterion)))
            .Select(finding => finding.Criterion),
    ];

    public static IEnumerable<(VettingCriterion Criterion, string Clause)> Asked(ConfirmationRules? rules) =>
        new (VettingCriterion Criterion, Setting<bool>? Setting)[]
        {
            (VettingCriterion.Character, rules?.Character),
            (VettingCriterion.Dedication, rules?.Dedication),
            (VettingCriterion.Conduct, rules?.Conduct),
            (VettingCriterion.Fitness, rules?.Fitness),
            (VettingCriterion.Skill, rules?.Skill),
        }.Where(one => one.Setting is { Value: true }).Select(one => (one.Criterion, one.Setting!.Clause));
}
