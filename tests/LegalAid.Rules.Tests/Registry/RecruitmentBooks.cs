using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;

namespace LegalAid.Rules.Tests.Registry;

/// <summary>The books on coming into a pool as the tests need them: 綦江 selects by its institutions, 温州 keeps two lists, 黔东南 is always open.</summary>
internal static class RecruitmentBooks
{
    public static RecruitmentRules Qijiang { get; } = new(
        new(EntryMode.Selection, "QJ-5.1c"), new(DistrictReach.OwnDistrict, "QJ-2.2"), new(Submitter.Institution, "QJ-5.1b"),
        Quotas: new(new(40, "QJ-1.1"), new(20, "QJ-1.1"), new(false, "QJ-1.1")),
        Window: new(new(new(2024, 3, 15), "QJ-6.1"), new(new(2024, 3, 20), "QJ-6.1"), new(new(17, 0), "QJ-6.3"), new(true, "QJ-6.3")),
        Conditions: new(new(2, "QJ-2.3a"), new(1, "QJ-2.3b"), new(1, "QJ-2.3b"), new(YearsCountedTo.ClosingDay, "QJ-2.3a"), new(3, "QJ-2.4b"), new(3, "QJ-2.4c"), new(true, "QJ-2.7"), new(true, "QJ-2.5b"), new(true, "QJ-5.2")),
        Papers: new(new(1, "QJ-6.2.1"), new(1, "QJ-6.2.2"), new(1, "QJ-6.2.3"), new(2, "QJ-F.8")));

    public static RecruitmentRules Wenzhou { get; } = new(
        new(EntryMode.Selection, "WZ-4.1"), new(DistrictReach.Anywhere, "WZ-5.3"), new(Submitter.PersonWithConsent, "WZ-7.2b"),
        Pools: new(
            new([PoolPerson.SocialLawyer, PoolPerson.PublicLawyer, PoolPerson.Volunteer, PoolPerson.CentreStaff], "WZ-5.1"),
            new(true, "WZ-5.1"),
            new(new(false, "WZ-5.4"), new(0, "WZ-6.5")),
            new(new(true, "WZ-5.4"), new(2, "WZ-6.6")),
            new(true, "WZ-5.2"), new(true, "WZ-5.2"), new(2, "WZ-4.2"), new(true, "WZ-4.3"),
            new(new([PoolPerson.SocialLawyer], "WZ-6.1"), new(YearsCountedTo.SubmissionDay, "WZ-6.6"), new(3, "WZ-6.4a"), new(true, "WZ-6.4a"), new(3, "WZ-6.4c"), new(true, "WZ-6.4d"), new(true, "WZ-6.4b"), new(true, "WZ-7.2c")),
            new(new(true, "WZ-7.3b"), new(true, "WZ-7.3c"), new(7, PeriodUnit.Days, true, "WZ-7.3b"), new(false, "WZ-7.3b"))));

    public static RecruitmentRules Qiandongnan { get; } = new(
        new(EntryMode.Application, "QDN-3.1"), new(DistrictReach.OwnDistrict, "QDN-1.1"), new(Submitter.Person, "QDN-4.1a"), new(true, "QDN-4.1c"));

    public static RecruitmentRules Tongliang { get; } = new(new(EntryMode.Everyone, "TL-4.1a"), new(DistrictReach.OwnDistrict, "TL-4.1a"));

    public static RecruitmentRules Of(string office) => office switch { "QJ" => Qijiang, "WZ" => Wenzhou, "QDN" => Qiandongnan, "TL" => Tongliang, _ => throw new ArgumentOutOfRangeException(nameof(office), office, "Unknown office.") };
}
