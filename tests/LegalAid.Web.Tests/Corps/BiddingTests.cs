using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.Access;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Assignment.DeclineDesk;
using static LegalAid.Web.Tests.Corps.PostingPath;

namespace LegalAid.Web.Tests.Corps;

/// <summary>Who bids: one's own people, and members of the corps who are willing, from the account of their own county too.</summary>
public sealed class BiddingTests(KailiApp app) : IClassFixture<KailiApp>
{
    [Fact]
    [Clause("QDN-4.6b")]
    public async Task A_bid_is_made_once_and_taken_back_while_the_window_is_open()
    {
        var bidder = await app.LocalAsync("报赵");
        var caseId = await app.PostedAsync("报某甲");

        IsRefused(await app.BidAsync(bidder, caseId, takesBack: true), "您没有报名");
        IsDone(await app.BidAsync(bidder, caseId));
        IsRefused(await app.BidAsync(bidder, caseId), "您已经报名");
        Assert.Contains("撤回报名", (await (await app.VisitorAsync(bidder)).OpenAsync("/postings")).Text, StringComparison.Ordinal);
        IsDone(await app.BidAsync(bidder, caseId, takesBack: true));
        IsDone(await app.BidAsync(bidder, caseId));
        app.Clock.Set(2026, 6, 18, 9, 59);
        IsDone(await app.BidAsync(bidder, caseId, takesBack: true));
        app.Clock.Set(2026, 6, 18, 10);
        IsRefused(await app.BidAsync(bidder, caseId), "报名已经截止");
        Assert.NotNull(Assert.Single((await app.PostingAsync(caseId)).Bids).WithdrawnAtUtc);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.VisitorAsync(bidder)).PostedAsync("/postings", ("Form.PostingId", Guid.CreateVersion7().ToString()))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await (await app.VisitorAsync(bidder)).PostedAsync("/postings", ("Form.PostingId", "不是编号"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Roles.Clerk)).OpenAsync("/postings")).Status);
    }

    [Fact]
    [Clause("QDN-4.6b", "QDN-4.2c")]
    public async Task Somebody_on_this_roster_from_elsewhere_bids_as_a_member_of_the_corps()
    {
        var visitor = await app.FromElsewhereAsync("外赵");
        var caseId = await app.PostedAsync("外某甲");
        var phone = await app.VisitorAsync(visitor);
        Assert.Contains("外地人员入团以后才能报名", (await phone.OpenAsync("/postings")).Text, StringComparison.Ordinal);
        IsRefused(await app.BidAsync(visitor, caseId), "外地人员入团以后才能报名");

        IsDone(await app.JoinsCorpsAsync(visitor));

        Assert.Contains("劳动仲裁，两年以上经验", (await phone.OpenAsync("/postings")).Text, StringComparison.Ordinal);
        IsDone(await app.BidAsync(visitor, caseId));
        await app.InDbAsync(db => db.Memberships.Where(m => m.Id == visitor.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.WillingFromElsewhereOn, (DateOnly?)null)));
        IsRefused(await app.BidAsync(visitor, caseId, takesBack: true), "没有向本机构表示愿意接受指派");
    }

    [Fact]
    [Clause("QDN-4.6a", "QDN-4.6b", "QDN-4.2c")]
    public async Task From_the_own_countys_account_a_member_of_the_corps_bids_for_the_counties_they_are_willing_for()
    {
        var there = await app.FromElsewhereAsync("邻赵");
        var home = await AtHomeAsync(there);
        var caseId = await app.PostedAsync("邻某甲");
        var phone = await app.VisitorAsync(home);
        Assert.Contains("现在没有可以报名的案源", (await phone.OpenAsync("/postings")).Text, StringComparison.Ordinal);        // not in the corps yet
        Assert.Equal(HttpStatusCode.NotFound, (await app.BidAsync(home, caseId)).Status);
        IsDone(await app.JoinsCorpsAsync(there));

        var shown = await phone.OpenAsync("/postings");
        Assert.Contains("凯里市法律援助中心。劳动仲裁，两年以上经验", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("邻某甲", shown.Html, StringComparison.Ordinal);
        IsDone(await app.BidAsync(home, caseId));

        Assert.Equal(there.Id, Assert.Single((await app.PostingAsync(caseId)).Bids).MembershipId);
        Assert.Contains("已报名", (await phone.OpenAsync("/postings")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.InDbAsync(db => db.Journal.CountAsync(l => l.SubjectId == caseId && l.Act == Act.BidMade)));
        IsDone(await app.BidAsync(home, caseId, takesBack: true));
        IsDone(await app.BidAsync(home, caseId));
        app.Clock.Set(2026, 6, 18, 10);
        Assert.Equal(HttpStatusCode.NotFound, (await app.BidAsync(home, caseId, takesBack: true)).Status);
        IsDone(await app.ChooseAsync(caseId, "专长相符", there));
    }

    [Fact]
    [Clause("QDN-4.2c")]
    public async Task Where_they_are_not_willing_nothing_is_shown_and_no_bid_arrives()
    {
        var there = await app.FromElsewhereAsync("避赵");
        var home = await AtHomeAsync(there);
        IsDone(await app.JoinsCorpsAsync(there));
        await app.InDbAsync(db => db.Memberships.Where(m => m.Id == there.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.WillingFromElsewhereOn, (DateOnly?)null)));
        var caseId = await app.PostedAsync("避某甲");

        Assert.Contains("现在没有可以报名的案源", (await (await app.VisitorAsync(home)).OpenAsync("/postings")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.BidAsync(home, caseId)).Status);
        Assert.Empty((await app.PostingAsync(caseId)).Bids);
    }

    // The same person on the roster of the county they practise in.
    private async Task<Membership> AtHomeAsync(Membership there)
    {
        var home = await app.OfficeIdAsync("QDN14");
        return await app.InDbAsync(home, async db =>
        {
            var member = new Membership
            {
                Id = Guid.CreateVersion7(),
                OfficeId = home,
                PersonId = there.PersonId,
                InstitutionId = there.InstitutionId,
                Kind = PractitionerKind.Lawyer,
                LicenceNumber = there.LicenceNumber,
                FirstLicensedOn = there.FirstLicensedOn,
                Intents = there.Intents,
                Phone = there.Phone,
                JoinedOn = there.JoinedOn,
            };
            member.Standings.Add(PoolStandings.Of(member, Pools.Cases, member.JoinedOn));
            db.Add(member);
            await db.SaveChangesAsync();
            return member;
        });
    }
}
