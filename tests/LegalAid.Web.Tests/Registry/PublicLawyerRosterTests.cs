using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.Registry.Vetting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry;

/// <summary>Rows of public and company lawyers in a roster: the employer is named where others name an institution.</summary>
public sealed class PublicLawyerRosterTests(WenzhouPoolApp app) : IClassFixture<WenzhouPoolApp>
{
    [Fact]
    [Clause("WZ-5.1")]
    public async Task A_roster_brings_public_lawyers_with_their_employer_and_no_company_lawyer_into_the_pool()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var (one, other, refused) = (Employed(901, "公职律师", "某某县财政局"), Employed(902, "公职律师", "某某县教育局"), Employed(904, "公司律师", "某某水务公司"));
        var preview = await RegistryPages.UploadAsync(clerk, "/registry/import", "Roster", TestRoster.File(one, other, refused));
        Assert.Contains("本机构的资源库不收公司律师", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("新的执业机构", preview.Text, StringComparison.Ordinal);      // nobody confirms where they stand together
        await RegistryPages.ConfirmAsync(clerk, preview);

        var members = await app.InDbAsync(db => db.Memberships.AsNoTracking().Include(m => m.Institution).WithStandings().Where(m => m.LicenceNumber == one.Licence || m.LicenceNumber == other.Licence).OrderBy(m => m.LicenceNumber).ToListAsync());
        Assert.Equal([(PractitionerKind.PublicLawyer, "某某县财政局"), (PractitionerKind.PublicLawyer, "某某县教育局")], members.Select(m => (m.Kind, m.Employer!)));
        Assert.Equal(InstitutionKind.PublicLawyers, Assert.Single(members.Select(m => m.Institution).DistinctBy(i => i.Id)).Kind);
        Assert.All(members, member => Assert.True(PoolStandings.Holds(member, Pools.Cases, app.Clock.Today)));
        Assert.False(await app.InDbAsync(db => db.Memberships.AnyAsync(m => m.LicenceNumber == refused.Licence)));

        await RegistryPages.ConfirmAsync(clerk, await RegistryPages.UploadAsync(clerk, "/registry/import", "Roster", TestRoster.File(one with { Institution = "某某县审计局" }, other)));

        Assert.Equal("某某县审计局", await app.InDbAsync(db => db.Memberships.Where(m => m.LicenceNumber == one.Licence).Select(m => m.Employer).SingleAsync()));
    }

    [Fact]
    [Clause("BB-2.3")]
    public async Task An_office_whose_text_knows_no_public_lawyers_lists_none()
    {
        var beibei = await app.InDbAsync(db => db.Offices.Where(o => o.Code == "BB").Select(o => o.Id).SingleAsync());
        var clerk = await app.AsAsync(Roles.Clerk, beibei);

        var preview = await RegistryPages.UploadAsync(clerk, "/registry/import", "Roster", TestRoster.File(Employed(911, "公职律师", "某某区财政局")));

        Assert.Contains("本机构的名册不收公职律师", preview.Text, StringComparison.Ordinal);
    }

    private static TestPerson Employed(int number, string kind, string employer) => TestRoster.Person(number) with { Kind = kind, Institution = employer };
}
