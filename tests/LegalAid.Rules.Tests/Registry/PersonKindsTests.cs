using LegalAid.Rules.Registry;
using Xunit;

namespace LegalAid.Rules.Tests.Registry;

public sealed class PersonKindsTests
{
    [Theory]
    [Clause("WZ-1.1", "WZ-5.1", "LAW-17")]
    [InlineData("WZ", PoolPerson.Volunteer, Pools.Duty, ServiceIntents.None, "")]
    [InlineData("WZ", PoolPerson.Volunteer, Pools.Cases, ServiceIntents.None, "volunteer-cases")]
    [InlineData("WZ", PoolPerson.Volunteer, Pools.Duty | Pools.Cases, ServiceIntents.None, "volunteer-cases")]
    [InlineData("WZ", PoolPerson.Volunteer, Pools.Duty, ServiceIntents.CivilRepresentation, "volunteer-cases")]
    [InlineData("WZ", PoolPerson.Volunteer, Pools.None, ServiceIntents.None, "pools-none")]
    [InlineData("WZ", PoolPerson.CentreStaff, Pools.Duty | Pools.Cases, ServiceIntents.CivilRepresentation, "")]
    [InlineData("WZ", PoolPerson.CentreStaff, Pools.Cases, ServiceIntents.None, "intents-none")]
    [InlineData("WZ", PoolPerson.CentreStaff, Pools.Cases, ServiceIntents.CriminalDefence, "staff-criminal")]
    [InlineData("WZ", PoolPerson.SocialLawyer, Pools.Cases, ServiceIntents.CivilRepresentation, "kind-licensed")]
    [InlineData("WZ", PoolPerson.PublicLawyer, Pools.Duty | Pools.Cases, ServiceIntents.CriminalDefence, "")]      // a lawyer defends
    [InlineData("WZ", PoolPerson.PublicLawyer, Pools.Cases, ServiceIntents.None, "intents-none")]
    [InlineData("WZ", PoolPerson.CompanyLawyer, Pools.Cases, ServiceIntents.CivilRepresentation, "kind-closed")]   // the text names none
    [InlineData("QJ", PoolPerson.PublicLawyer, Pools.Cases, ServiceIntents.CivilRepresentation, "kind-closed")]
    [InlineData("QDN", PoolPerson.PublicLawyer, Pools.Cases, ServiceIntents.CivilRepresentation, "kind-closed")]
    [InlineData("QJ", PoolPerson.CentreStaff, Pools.Cases, ServiceIntents.CivilRepresentation, "kind-closed")]       // the pool takes lawyers and legal workers
    [InlineData("TL", PoolPerson.Volunteer, Pools.Duty, ServiceIntents.None, "kind-closed")]
    public void Who_has_no_institution_comes_as_far_as_the_book_takes_them(string office, PoolPerson person, Pools pools, ServiceIntents intents, string codes) =>
        Assert.Equal(codes, string.Join(' ', EntryByHand.WhyNotEnter(person, pools, intents, RecruitmentBooks.Of(office)).Select(refusal => refusal.Code).Distinct()));

    [Theory]
    [InlineData(PractitionerKind.Volunteer, "LAW-17")]
    [InlineData(PractitionerKind.CentreStaff, null)]
    [InlineData(PractitionerKind.Lawyer, null)]
    [InlineData(PractitionerKind.LegalWorker, null)]
    [InlineData(PractitionerKind.PublicLawyer, null)]
    [InlineData(PractitionerKind.CompanyLawyer, null)]
    public void A_volunteer_is_never_given_a_case(PractitionerKind kind, string? clause) => Assert.Equal(clause, PersonKinds.WhyNotHandle(kind)?.ClauseIds[0]);

    [Theory]
    [InlineData("WZ", PoolPerson.Volunteer, KindRight.Representation, false, "WZ-5.1")]
    [InlineData("WZ", PoolPerson.Volunteer, KindRight.Advice, true, "WZ-5.1")]
    [InlineData("WZ", PoolPerson.CentreStaff, KindRight.Representation, true, "WZ-5.1")]
    [InlineData("WZ", PoolPerson.CentreStaff, KindRight.Defence, false, "LAW-25")]
    [InlineData("WZ", PoolPerson.PublicLawyer, KindRight.Defence, true, "LAW-25")]
    [InlineData("WZ", PoolPerson.CentreStaff, KindRight.Subsidy, null, "LAW-52")]
    [InlineData("WZ", PoolPerson.PublicLawyer, KindRight.Entry, true, "WZ-5.1")]
    [InlineData("WZ", PoolPerson.PublicLawyer, KindRight.Subsidy, null, "LAW-52")]
    [InlineData("WZ", PoolPerson.CompanyLawyer, KindRight.Entry, false, "WZ-5.1")]      // nor company lawyers
    [InlineData("WZ", PoolPerson.CompanyLawyer, KindRight.Defence, true, "WZ-21.2")]     // given a case from outside the pool
    [InlineData("WZ", PoolPerson.LegalWorker, KindRight.Representation, true, "WZ-21.2")]
    [InlineData("WZ", PoolPerson.LegalWorker, KindRight.Defence, false, "LAW-25")]
    [InlineData("QJ", PoolPerson.PublicLawyer, KindRight.Defence, false, "QJ-5.1c")]     // no case leaves the pool there
    [InlineData("WZ", PoolPerson.CompanyLawyer, KindRight.Subsidy, null, "LAW-52")]
    [InlineData("QJ", PoolPerson.PublicLawyer, KindRight.Entry, false, "QJ-5.1c")]
    [InlineData("TL", PoolPerson.PublicLawyer, KindRight.Representation, false, "TL-4.1a")]
    [InlineData("WZ", PoolPerson.LegalWorker, KindRight.Entry, false, "WZ-5.1")]        // not listed (WZ-1.1 ends with 等)
    [InlineData("QJ", PoolPerson.LegalWorker, KindRight.Entry, true, "QJ-5.1c")]
    [InlineData("QJ", PoolPerson.Volunteer, KindRight.Duty, false, "QJ-5.1c")]
    public void The_page_of_kinds_says_what_the_book_says(string office, PoolPerson person, KindRight right, bool? allowed, string clause)
    {
        var answer = PersonKinds.Answer(person, right, RecruitmentBooks.Of(office), office == "WZ" ? new(true, "WZ-21.2") : null);

        Assert.Equal((allowed, clause), (answer.Allowed, answer.Clauses[0]));
    }

    [Fact]
    public void Every_kind_of_person_has_every_answer_in_every_book() =>
        Assert.All(
            from office in (string[])["QJ", "WZ", "QDN", "TL"]
            from person in Enum.GetValues<PoolPerson>()
            from right in Enum.GetValues<KindRight>()
            select PersonKinds.Answer(person, right, RecruitmentBooks.Of(office)),
            answer => Assert.NotEqual("", answer.Words));
}
