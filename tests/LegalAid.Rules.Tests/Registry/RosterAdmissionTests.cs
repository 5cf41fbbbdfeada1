using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using Xunit;

namespace LegalAid.Rules.Tests.Registry;

public sealed class RosterAdmissionTests
{
    private static readonly DateOnly Today = new(2026, 6, 17);
    private static readonly RosterRules Rules = new(new Setting<bool>(true, "LAW-25"), new Setting<DistrictReach>(DistrictReach.OwnDistrict, "BB-2.3"), "重庆市北碚区");

    [Fact]
    public void A_lawyer_of_a_firm_may_offer_everything() =>
        Assert.Empty(RosterAdmission.WhyNotList(Lawyer(), Today, Rules));

    [Fact]
    [Clause("LAW-25")]
    public void A_legal_worker_may_offer_anything_but_criminal_defence()
    {
        var worker = Lawyer() with { Kind = PractitionerKind.LegalWorker, Licence = Licence('3'), InstitutionKind = InstitutionKind.LegalServiceOffice };

        var refusal = Assert.Single(RosterAdmission.WhyNotList(worker, Today, Rules));

        Assert.Equal(("legal-worker-defence", "LAW-25"), (refusal.Code, refusal.ClauseIds[0]));
        Assert.Empty(RosterAdmission.WhyNotList(worker with { Intents = ServiceIntents.CivilRepresentation | ServiceIntents.LabourArbitration }, Today, Rules));
    }

    [Fact]
    public void Licence_and_institution_must_be_of_the_same_kind_as_the_person() =>
        Assert.Equal(
            ["licence-kind", "institution-kind"],
            RosterAdmission.WhyNotList(Lawyer() with { Licence = Licence('3'), InstitutionKind = InstitutionKind.LegalServiceOffice }, Today, Rules).Select(r => r.Code));

    [Theory]
    [Clause("BB-2.3")]
    [InlineData("2026-06-17", "")]                    // licensed today
    [InlineData("2026-06-18", "licensed-in-future")]
    [InlineData("1998-03-01", "")]                    // on the eighteenth birthday
    [InlineData("1998-02-28", "licensed-as-minor")]
    public void Nobody_is_licensed_tomorrow_or_as_a_child(string licensedOn, string expected) =>
        Assert.Equal(expected, string.Join(' ', RosterAdmission.WhyNotList(Lawyer() with { FirstLicensedOn = DateOnly.Parse(licensedOn) }, Today, Rules).Select(r => r.Code)));

    [Fact]
    public void What_could_not_be_read_is_not_judged() =>
        Assert.Empty(RosterAdmission.WhyNotList(new(null, null, null, null, null, ServiceIntents.CriminalDefence), Today, Rules));

    private static RosterCandidate Lawyer() => new(
        PractitionerKind.Lawyer, Licence('1'), InstitutionKind.LawFirm, new(1980, 3, 1), new(2010, 1, 1), ServiceIntents.CriminalDefence | ServiceIntents.CivilRepresentation);

    private static LicenceNumber Licence(char first)
    {
        Assert.True(LicenceNumber.TryParse(first + "5001201010000001", out var number, out _));
        return number;
    }
}
