using LegalAid.Rules.Registry;
using Xunit;

namespace LegalAid.Rules.Tests.Registry;

/// <summary>还缺什么: each office's form asks for what its book asks for, and for nothing else.</summary>
public sealed class MissingItemsTests
{
    [Theory]
    [Clause("QJ-2.5a", "QJ-6.2.2", "QJ-6.2.3", "QJ-F.1", "QJ-F.2", "QJ-F.4", "WZ-7.2a", "WZ-7.2c", "QDN-4.1a")]
    [InlineData("QJ", "name gender identity political education phone address institution licence-number first-licensed pools employment photo licence-copy identity-copy")]
    [InlineData("WZ", "name gender identity education phone address employer licence-number first-licensed pools licence-copy party-discipline public-list")]
    [InlineData("QDN", "name gender identity education phone address institution licence-number first-licensed pools")]
    public void An_empty_form_lacks_what_the_book_asks_for(string office, string missing) =>
        Assert.Equal(missing, Codes(new(PoolPerson.SocialLawyer) { IdentityFault = "空", PhoneFault = "空", LicenceFault = "空" }, office));

    [Theory]
    [InlineData("QJ")]
    [InlineData("WZ")]
    [InlineData("QDN")]
    public void A_complete_form_lacks_nothing(string office) => Assert.Equal("", Codes(Complete, office));

    [Theory]
    [Clause("QJ-F.2", "LAW-25", "WZ-5.1")]
    [InlineData(PoolPerson.LegalWorker, InstitutionKind.LegalServiceOffice, ServiceIntents.CivilRepresentation, "QJ", "")]
    [InlineData(PoolPerson.LegalWorker, InstitutionKind.LegalServiceOffice, ServiceIntents.CivilRepresentation | ServiceIntents.CriminalDefence, "QJ", "intents")]
    [InlineData(PoolPerson.LegalWorker, InstitutionKind.LawFirm, ServiceIntents.CivilRepresentation, "QJ", "institution-kind")]
    [InlineData(PoolPerson.PublicLawyer, null, ServiceIntents.CriminalDefence, "WZ", "")]
    [InlineData(PoolPerson.PublicLawyer, InstitutionKind.LawFirm, ServiceIntents.CivilRepresentation, "WZ", "institution-kind")]
    [InlineData(PoolPerson.PublicLawyer, null, ServiceIntents.CivilRepresentation, "QJ", "intents")]      // not called for
    [InlineData(PoolPerson.CompanyLawyer, null, ServiceIntents.CivilRepresentation, "WZ", "intents")]
    [InlineData(PoolPerson.Volunteer, null, ServiceIntents.None, "WZ", "")]
    [InlineData(PoolPerson.Volunteer, null, ServiceIntents.CivilRepresentation, "WZ", "intents")]
    [InlineData(PoolPerson.Volunteer, null, ServiceIntents.None, "QJ", "intents")]      // not called for
    public void Intents_are_bound_by_what_somebody_is(PoolPerson person, InstitutionKind? institution, ServiceIntents intents, string office, string missing)
    {
        var sheet = Complete with { As = person, Institution = institution, HasOtherEmployer = institution is null, HasEmployersPage = true, Intents = intents };

        Assert.Equal(missing, Codes(sheet, office));
    }

    [Theory]
    [Clause("QJ-F.3")]
    [InlineData(Pools.Duty, ServiceIntents.None, "")]        // duty alone is a wish
    [InlineData(Pools.None, ServiceIntents.None, "pools")]
    [InlineData(Pools.Cases, ServiceIntents.LabourArbitration, "")]
    public void Duty_or_an_intent_is_wanted(Pools pools, ServiceIntents intents, string missing) =>
        Assert.Equal(missing, Codes(Complete with { Pools = pools, Intents = intents }, "QJ"));

    [Theory]
    [Clause("WZ-7.2b")]
    [InlineData(false, "employers-page")]
    [InlineData(true, "")]
    public void An_employer_without_an_account_agrees_on_paper(bool hasPage, string missing) =>
        Assert.Equal(missing, Codes(Complete with { Institution = null, HasOtherEmployer = true, HasEmployersPage = hasPage }, "WZ"));

    [Theory]
    [Clause("QJ-2.1", "QJ-2.6", "WZ-6.1", "WZ-6.2", "WZ-6.3", "WZ-6.4b")]
    [InlineData("QJ", PoolPerson.SocialLawyer, "QJ-2.1 QJ-2.6 QJ-F.5")]
    [InlineData("WZ", PoolPerson.SocialLawyer, "WZ-6.1 WZ-6.2 WZ-6.3 WZ-6.4b")]
    [InlineData("WZ", PoolPerson.Volunteer, "WZ-6.4b")]      // article six is written for social lawyers
    [InlineData("QDN", PoolPerson.SocialLawyer, "QDN-4.1a")]
    public void What_is_signed_for_stands_in_the_book(string office, PoolPerson person, string clauses) =>
        Assert.Equal(clauses, string.Join(' ', ApplicationRules.Declarations(person, RecruitmentBooks.Of(office)).Select(d => d.Clause)));

    [Fact]
    [Clause("QJ-F.8")]
    public void The_form_is_printed_in_two_copies_where_the_book_says_so()
    {
        Assert.Equal(2, ApplicationRules.PrintedForms(RecruitmentBooks.Qijiang));
        Assert.Equal(1, ApplicationRules.PrintedForms(RecruitmentBooks.Wenzhou));
    }

    private static ApplicationSheet Complete => new(PoolPerson.SocialLawyer)
    {
        HasName = true,
        HasGender = true,
        HasPoliticalStatus = true,
        HasEducation = true,
        HasAddress = true,
        Institution = InstitutionKind.LawFirm,
        HasFirstLicensedOn = true,
        Intents = ServiceIntents.CivilRepresentation,
        Pools = Pools.Cases,
        HasEmployment = true,
        HasPhoto = true,
        HasLicenceCopy = true,
        HasIdentityCopy = true,
        AnswersPartyDiscipline = true,
        AnswersPublicList = true,
    };

    private static string Codes(ApplicationSheet sheet, string office) => string.Join(' ', MissingItems.Of(sheet, RecruitmentBooks.Of(office)).Select(item => item.Code));
}
