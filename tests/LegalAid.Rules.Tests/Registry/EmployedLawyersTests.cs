using LegalAid.Rules.Assignment;
using LegalAid.Rules.Registry;
using Xunit;

namespace LegalAid.Rules.Tests.Registry;

/// <summary>Public and company lawyers: lawyers by their licence, without a law firm.</summary>
public sealed class EmployedLawyersTests
{
    private static readonly DateOnly Today = new(2026, 6, 17);

    [Theory]
    [Clause("LAW-25")]
    [InlineData(PractitionerKind.Lawyer, true, true)]
    [InlineData(PractitionerKind.PublicLawyer, true, false)]
    [InlineData(PractitionerKind.CompanyLawyer, true, false)]
    [InlineData(PractitionerKind.LegalWorker, false, true)]
    [InlineData(PractitionerKind.Volunteer, false, false)]
    [InlineData(PractitionerKind.CentreStaff, false, false)]
    public void A_lawyer_is_one_by_the_licence_with_a_firm_or_without(PractitionerKind kind, bool lawyer, bool institution)
    {
        Assert.Equal((lawyer, institution), (PersonKinds.IsLawyer(kind), PersonKinds.HasInstitution(kind)));
        Assert.Equal(kind, PersonKinds.PractitionerOf(PersonKinds.PersonOf(kind)));
        Assert.Equal(lawyer, PersonKinds.IsOfLawyers(RosterAdmission.HomeOf(kind)));
    }

    [Theory]
    [Clause("WZ-5.1", "WZ-9.1", "WZ-21.2")]
    [InlineData("WZ", PractitionerKind.PublicLawyer, Pools.Duty | Pools.Cases, "")]
    [InlineData("WZ", PractitionerKind.CompanyLawyer, Pools.Cases, "kind-closed:WZ-5.1")]
    [InlineData("WZ", PractitionerKind.CompanyLawyer, Pools.Duty, "kind-closed:WZ-5.1")]
    [InlineData("WZ", PractitionerKind.CompanyLawyer, Pools.None, "")]                       // listed outside the pool, for a case that needs them
    [InlineData("QJ", PractitionerKind.PublicLawyer, Pools.Cases, "kind-closed:QJ-5.1c")]
    [InlineData("QJ", PractitionerKind.PublicLawyer, Pools.None, "kind-closed:QJ-5.1c")]     // no case leaves the pool there
    [InlineData("TL", PractitionerKind.CompanyLawyer, Pools.Cases, "kind-closed:TL-4.1a")]
    [InlineData("QDN", PractitionerKind.PublicLawyer, Pools.Duty, "kind-closed:QDN-3.1")]
    [InlineData(null, PractitionerKind.PublicLawyer, Pools.Cases, "kind-closed:BB-2.3")]     // a text that speaks of no pool
    [InlineData(null, PractitionerKind.Lawyer, Pools.Cases, "")]
    public void A_roster_takes_them_as_far_as_the_book_does(string? office, PractitionerKind kind, Pools pools, string refused)
    {
        var rules = new RosterRules(new(true, "LAW-25"), new(DistrictReach.OwnDistrict, "BB-2.3"), "浙江省温州市")
        {
            Recruitment = office is null ? null : RecruitmentBooks.Of(office),
            OutsidePool = office == "WZ" ? new(true, "WZ-21.2") : null,
        };
        var candidate = new RosterCandidate(kind, Licence('1'), RosterAdmission.HomeOf(kind), new(1980, 3, 1), new(2010, 1, 1), ServiceIntents.CriminalDefence) { Pools = pools };

        Assert.Equal(refused, string.Join(' ', RosterAdmission.WhyNotList(candidate, Today, rules).Select(r => $"{r.Code}:{string.Join('+', r.ClauseIds)}")));
    }

    [Theory]
    [InlineData(PractitionerKind.PublicLawyer, '1', InstitutionKind.PublicLawyers, "")]
    [InlineData(PractitionerKind.PublicLawyer, '3', InstitutionKind.PublicLawyers, "licence-kind")]
    [InlineData(PractitionerKind.PublicLawyer, '1', InstitutionKind.LawFirm, "institution-kind")]
    [InlineData(PractitionerKind.Lawyer, '1', InstitutionKind.PublicLawyers, "institution-kind")]
    public void Licence_and_place_fit_the_kind(PractitionerKind kind, char first, InstitutionKind place, string codes)
    {
        var rules = new RosterRules(new(true, "LAW-25"), new(DistrictReach.Anywhere, "WZ-5.3"), "浙江省温州市") { Recruitment = RecruitmentBooks.Wenzhou };

        Assert.Equal(codes, string.Join(' ', RosterAdmission.WhyNotList(new(kind, Licence(first), place, null, null, ServiceIntents.None), Today, rules).Select(r => r.Code)));
    }

    [Theory]
    [InlineData(PoolPerson.PublicLawyer, "13303201010000001", "2020-01-01", "")]
    [InlineData(PoolPerson.PublicLawyer, "33303201010000001", "2020-01-01", "entry-licence")]
    [InlineData(PoolPerson.PublicLawyer, null, null, "entry-licence entry-licensed-on")]
    [InlineData(PoolPerson.CompanyLawyer, "13303201010000001", "2026-06-17", "")]                       // licensed today
    [InlineData(PoolPerson.CompanyLawyer, "13303201010000001", "2026-06-18", "entry-licensed-on")]
    [InlineData(PoolPerson.Volunteer, null, null, "")]
    public void Who_is_entered_as_a_lawyer_has_a_licence(PoolPerson person, string? number, string? since, string codes) =>
        Assert.Equal(codes, string.Join(' ', EntryByHand.WhyNotLicensed(person, number, since is null ? null : DateOnly.Parse(since), Today).Select(r => r.Code)));

    [Theory]
    [InlineData(PractitionerKind.Lawyer, null, true, false, "")]                                        // another firm
    [InlineData(PractitionerKind.Lawyer, null, false, true, "move-nowhere")]
    [InlineData(PractitionerKind.Lawyer, PoolPerson.PublicLawyer, false, true, "")]
    [InlineData(PractitionerKind.PublicLawyer, null, true, false, "")]                                  // back to a firm
    [InlineData(PractitionerKind.PublicLawyer, PoolPerson.CompanyLawyer, false, true, "")]
    [InlineData(PractitionerKind.PublicLawyer, PoolPerson.PublicLawyer, false, true, "")]               // another employer
    [InlineData(PractitionerKind.Lawyer, PoolPerson.PublicLawyer, true, true, "move-both")]
    [InlineData(PractitionerKind.Lawyer, PoolPerson.PublicLawyer, false, false, "move-employer")]
    [InlineData(PractitionerKind.Lawyer, PoolPerson.Volunteer, false, true, "move-kind")]
    [InlineData(PractitionerKind.LegalWorker, PoolPerson.PublicLawyer, false, true, "move-kind")]
    public void One_moves_to_a_firm_or_to_an_employer(PractitionerKind now, PoolPerson? becomes, bool toInstitution, bool toEmployer, string code) =>
        Assert.Equal(code, EntryByHand.WhyNotMove(now, becomes, toInstitution, toEmployer)?.Code ?? "");

    private static LicenceNumber Licence(char first)
    {
        Assert.True(LicenceNumber.TryParse(first + "3303201010000001", out var number, out _));
        return number;
    }
}
