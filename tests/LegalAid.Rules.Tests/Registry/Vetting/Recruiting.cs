using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Conduct;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;

namespace LegalAid.Rules.Tests.Registry.Vetting;

/// <summary>The recruitment of 綦江, 温州 and 黔东南 as their books have it, and applicants who lack nothing; each test takes one thing away.</summary>
internal static class Recruiting
{
    public const ServiceIntents Everything =
        ServiceIntents.CriminalDefence | ServiceIntents.CivilRepresentation | ServiceIntents.AdministrativeRepresentation | ServiceIntents.LabourArbitration;

    private static readonly Setting<bool> LawyersOnly = new(true, "LAW-25");

    private static readonly RecruitmentRules Qijiang = new(
        Entry: new(EntryMode.Selection, "QJ-5.1c"),
        District: new(DistrictReach.OwnDistrict, "QJ-2.2"),
        SubmittedBy: new(Submitter.Institution, "QJ-5.1b"),
        Conditions: new(new(2, "QJ-2.3a"), new(1, "QJ-2.3b"), new(1, "QJ-2.3b"), new(YearsCountedTo.ClosingDay, "QJ-2.3a"), new(3, "QJ-2.4b"), new(3, "QJ-2.4c"), new(true, "QJ-2.7"), new(true, "QJ-2.5b"), new(true, "QJ-5.2")),
        Confirmations: new(Character: new(true, "QJ-2.1"), Conduct: new(true, "QJ-2.4a"), Skill: new(true, "QJ-2.8")));

    private static readonly RecruitmentRules Wenzhou = new(
        Entry: new(EntryMode.Selection, "WZ-4.1"),
        District: new(DistrictReach.Anywhere, "WZ-5.3"),
        Pools: new(
            new([PoolPerson.SocialLawyer, PoolPerson.PublicLawyer, PoolPerson.Volunteer, PoolPerson.CentreStaff], "WZ-5.1"),
            new(true, "WZ-5.1"),
            Duty: new(new(false, "WZ-5.4"), new(0, "WZ-6.5"), new(DistrictReach.Anywhere, "WZ-5.3")),
            Cases: new(new(true, "WZ-5.4"), new(2, "WZ-6.6")),
            BothAllowed: new(true, "WZ-5.2"),
            TermsHoldOnMove: new(true, "WZ-5.2"),
            RenewedEveryYears: new(2, "WZ-4.2"),
            ChangedBetweenRenewals: new(true, "WZ-4.3"),
            Conditions: new(
                new([PoolPerson.SocialLawyer], "WZ-6.1"), new(YearsCountedTo.SubmissionDay, "WZ-6.6"), new(3, "WZ-6.4a"), new(true, "WZ-6.4a"), new(3, "WZ-6.4c"), new(true, "WZ-6.4d"), new(true, "WZ-6.4b"), new(true, "WZ-7.2c")),
            Consultation: new(new(true, "WZ-7.3b"), new(true, "WZ-7.3c"), new(7, PeriodUnit.Days, true, "WZ-7.3b"), new(false, "WZ-7.3b"))),
        Confirmations: new(Character: new(true, "WZ-6.1"), Dedication: new(true, "WZ-6.2"), Fitness: new(true, "WZ-6.3")));

    private static readonly RecruitmentRules Qiandongnan = new(new(EntryMode.Application, "QDN-3.1"), new(DistrictReach.OwnDistrict, "QDN-1.1"), new(Submitter.Person, "QDN-4.1a"), new(true, "QDN-4.1c"));

    private static readonly RemovalRules WenzhouRemoval = new(
        new(3, "WZ-28.6"), new(true, "WZ-28.6"), new(3, PeriodUnit.Days, true, "WZ-29.2a"), new(true, "WZ-29.2a"), new(5, "WZ-29.2a"));

    /// <summary>A lawyer of the district for everything and for duty, closing on 20 March 2024.</summary>
    public static VettingFacts InQijiang { get; } = new()
    {
        As = PoolPerson.SocialLawyer,
        District = "重庆市綦江区",
        ServedDistricts = ["重庆市綦江区"],
        FirstLicensedOn = new(2015, 1, 1),
        FirstCriminalCaseOn = new(2016, 1, 1),
        Intents = Everything,
        Pools = Pools.Duty | Pools.Cases,
        SubmittedOn = new(2024, 3, 18),
        ClosingDay = new(2024, 3, 20),
        HasInstitutionOpinion = true,
        Assessment = new(new(2024, 3, 25), Passed: true),
        Confirmations = [new(VettingCriterion.Character, true), new(VettingCriterion.Conduct, true), new(VettingCriterion.Skill, true)],
        Rules = new(Qijiang, LawyersOnly),
    };

    /// <summary>A social lawyer from elsewhere for both pools, handed in on 17 June 2026.</summary>
    public static VettingFacts InWenzhou { get; } = new()
    {
        As = PoolPerson.SocialLawyer,
        District = "浙江省杭州市",
        ServedDistricts = ["浙江省温州市"],
        FirstLicensedOn = new(2015, 1, 1),
        Intents = ServiceIntents.CivilRepresentation,
        Pools = Pools.Duty | Pools.Cases,
        SubmittedOn = new(2026, 6, 17),
        PartyDiscipline = false,
        CommitmentSigned = true,
        HasLicenceCopy = true,
        HasInstitutionOpinion = true,
        Confirmations = [new(VettingCriterion.Character, true), new(VettingCriterion.Dedication, true), new(VettingCriterion.Fitness, true)],
        Opinions = [new(OpinionBody.Bureau, false, OpinionReply.NoObjection), new(OpinionBody.Association, false, OpinionReply.NoObjection)],
        Rules = new(Wenzhou, LawyersOnly, WenzhouRemoval),
    };

    /// <summary>A lawyer of one of the prefecture's counties.</summary>
    public static VettingFacts InQiandongnan { get; } = new()
    {
        As = PoolPerson.SocialLawyer,
        District = "黔东南州凯里市",
        ServedDistricts = ["黔东南州", "黔东南州凯里市", "黔东南州榕江县"],
        FirstLicensedOn = new(2025, 1, 1),
        Intents = ServiceIntents.CivilRepresentation,
        Pools = Pools.Cases,
        SubmittedOn = new(2026, 6, 17),
        Rules = new(Qiandongnan, LawyersOnly),
    };

    public static Finding Of(VettingFacts facts, VettingCriterion criterion) => PoolVetting.Decide(facts).Findings.Single(finding => finding.Criterion == criterion);

    /// <summary>Verdict, clauses and the day it will pass: <c>NotMet QJ-2.3a 2024-03-21</c>.</summary>
    public static string Told(Finding finding) =>
        $"{finding.Verdict} {string.Join('+', finding.ClauseIds)}{(finding.PassesOn is { } day ? $" {day:yyyy-MM-dd}" : "")}";
}
