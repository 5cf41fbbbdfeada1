using System.Net;
using LegalAid.Rules.Ranking;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store.Journal;
using LegalAid.Store.Ranking;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Merging;

/// <summary>Two records of one human become one, where the turn goes to persons.</summary>
public sealed class MergeTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    public async Task Cases_balances_days_and_absences_go_over_and_old_addresses_lead_to_the_kept_record()
    {
        var firm = await app.InstitutionAsync("浙江合一律师事务所", InstitutionKind.LawFirm);
        var (kept, merged) = (await app.PersonAsync("合赵", firm), await app.PersonAsync("合赵", firm, m => m.JoinedOn = new(2023, 5, 6)));
        var (aidCase, why) = await app.HandledByAsync(merged, "合甲");
        await app.InDbAsync(db => db.AddRowsAsync(app.OfficeId, merged));
        var own = await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: merged.Id);
        var clerk = await app.AsAsync(Roles.Clerk);
        Assert.Contains("合赵", (await clerk.OpenAsync("/registry/merges/candidates")).Text, StringComparison.Ordinal);

        await app.MergedAsync(kept, merged);

        var assignment = await app.AssignmentAsync(aidCase);
        Assert.Equal((kept.Id, kept.Id), (assignment.MembershipId, Assert.Single(assignment.Handlers).MembershipId));
        var now = await app.InDbAsync(db => db.Memberships.AsNoTracking().WithStandings().Include(m => m.Absences).SingleAsync(m => m.Id == kept.Id));
        var trace = await app.InDbAsync(db => db.Memberships.AsNoTracking().SingleAsync(m => m.Id == merged.Id));
        Assert.Equal((new(2023, 5, 6), 2, 1), (now.JoinedOn, now.Standings.Count, now.Absences.Count));
        Assert.Equal(((Guid?)kept.Id, (DateOnly?)app.Clock.Today), (trace.MergedIntoId, trace.LeftOn));
        Assert.All(await app.InDbAsync(db => db.QueuePlaces.AsNoTracking().Where(p => p.MembershipId == kept.Id).GroupBy(p => p.QueueId).Select(of => of.Count(p => p.ClosedOn == null)).ToListAsync()), open => Assert.Equal(1, open));
        Assert.False(await app.InDbAsync(db => db.QueuePlaces.AnyAsync(p => p.MembershipId == merged.Id || (p.ClosedOn != null && p.BalanceMillionths != 0))));
        Assert.Equal(Colour.Green, await app.InDbAsync(db => db.ColouredMembers.Where(m => m.MembershipId == kept.Id).Select(m => m.Colour).SingleAsync()));
        await app.IsVerifiedAsync();

        foreach (var page in new[] { "", "/ledger", "/ties" })
        {
            Assert.Equal($"/registry/people/{kept.Id}{page}", (await clerk.OpenAsync($"/registry/people/{merged.Id}{page}")).Location);
        }

        Assert.Equal($"/registry/people/{kept.Id}/return", (await clerk.PostAsync($"/registry/people/{merged.Id}/return", [await clerk.TokenAsync(), ("Form.Reason", "试")])).Location);
        Assert.Contains("合赵", (await clerk.OpenAsync(why)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("合赵", (await clerk.OpenAsync("/registry/people?today=Left")).Text, StringComparison.Ordinal);
        Assert.Contains("由两条记录合并", (await clerk.OpenAsync($"/registry/people/{kept.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.InDbAsync(db => db.Journal.CountAsync(l => l.Act == Act.MembersMerged && l.SubjectId == kept.Id)));
        Assert.Equal(kept.Id, await app.InDbAsync(db => db.Users.Where(u => u.UserName!.Contains(merged.Id.ToString().Substring(30))).Select(u => u.MembershipId).SingleAsync()));
        Assert.NotNull(own);
    }

    [Fact]
    public async Task The_wrong_number_and_licence_are_free_and_what_was_found_by_the_number_follows()
    {
        var firm = await app.InstitutionAsync("浙江合二律师事务所", InstitutionKind.LawFirm);
        var (kept, merged) = (await app.PersonAsync("合钱", firm), await app.PersonAsync("合钱", firm));
        var (right, wrong) = (await IndexAsync(kept), await IndexAsync(merged));
        await app.InDbAsync(db =>
        {
            db.Add(new OfficialRecord { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, IdentityIndex = wrong, Kind = OfficialRecordKind.AdministrativePenalty, EffectiveOn = new(2025, 1, 1), Statement = "警告", RecordSource = "司法局", RecordedById = Guid.CreateVersion7(), RecordedAtUtc = app.Clock.UtcNow });
            return db.SaveChangesAsync();
        });

        await app.MergedAsync(kept, merged);

        Assert.True(await app.InDbAsync(db => db.OfficialRecords.AnyAsync(r => r.IdentityIndex == right)));
        Assert.False(await app.InDbAsync(db => db.Persons.AnyAsync(p => p.IdentityIndex == wrong)));
        await app.PersonAsync("合孙", firm, m => m.LicenceNumber = merged.LicenceNumber);      // whose it really is
    }

    [Fact]
    public async Task Refused_stays_as_it_was_and_may_be_proposed_again()
    {
        var firm = await app.InstitutionAsync("浙江合三律师事务所", InstitutionKind.LawFirm);
        var (kept, merged) = (await app.PersonAsync("合李", firm), await app.PersonAsync("合李", firm));
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        Assert.Contains(merged.LicenceNumber, (await clerk.OpenAsync("/registry/merges/candidates")).Text, StringComparison.Ordinal);
        var url = await app.ProposedMergeAsync(kept, merged);
        Assert.Contains("件合并建议待您决定", (await director.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("已有一份", (await clerk.AskMergeAsync(kept, merged)).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, (await director.DecideMergeAsync(url, agrees: false)).Status);

        Assert.Null(await app.InDbAsync(db => db.Memberships.Where(m => m.Id == merged.Id).Select(m => m.MergedIntoId).SingleAsync()));
        Assert.Contains("不予合并", (await clerk.OpenAsync(url)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(merged.LicenceNumber, (await clerk.OpenAsync("/registry/merges/candidates")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await clerk.OpenAsync($"/registry/people/{merged.Id}")).Status);
        await app.ProposedMergeAsync(kept, merged);
    }

    private Task<byte[]> IndexAsync(Membership member) => app.InDbAsync(db => db.Persons.Where(p => p.Id == member.PersonId).Select(p => p.IdentityIndex).SingleAsync());
}

/// <summary>Rows of every kind for a record that goes into another.</summary>
file static class MergeRows
{
    public static async Task<int> AddRowsAsync(this LegalAid.Store.AidDb db, Guid officeId, Membership member)
    {
        db.Add(new Absence { Id = Guid.CreateVersion7(), OfficeId = officeId, MembershipId = member.Id, Kind = AbsenceKind.Leave, FirstDay = new(2026, 7, 1), LastDay = new(2026, 7, 2), Reason = "试" });
        var list = new ColourList { Id = Guid.CreateVersion7(), OfficeId = officeId, Year = 2026, Quarter = 1, DocumentNumber = "温援〔2026〕1号", PublishedOn = new(2026, 4, 10), CountsFrom = new(2026, 4, 11), RecordedAtUtc = DateTime.UnixEpoch };
        list.Members.Add(new() { Id = Guid.CreateVersion7(), OfficeId = officeId, ListId = list.Id, MembershipId = member.Id, Colour = Colour.Green });
        db.Add(list);
        return await db.SaveChangesAsync();
    }
}
