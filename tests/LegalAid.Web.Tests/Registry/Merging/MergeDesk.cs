using System.Net;
using LegalAid.Store.Decisions;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Merging;

/// <summary>What the tests of merging do again and again.</summary>
internal static class MergeDesk
{
    public static (string Field, string Value)[] Keeping(Membership kept) => [("Form.KeptId", kept.Id.ToString()), ("Form.Reason", "身份证原件核对，录入时输错一位")];

    public static Task<WebPage> AskMergeAsync(this Visitor clerk, Membership kept, Membership merged) => clerk.SubmitAsync($"/registry/people/{merged.Id}/merge?other={kept.Id}", Keeping(kept));

    public static async Task<string> ProposedMergeAsync(this TestApp app, Membership kept, Membership merged)
    {
        var proposed = await (await app.AsAsync(Roles.Clerk)).AskMergeAsync(kept, merged);
        Assert.True(proposed.Status == HttpStatusCode.Found, proposed.Text);
        return proposed.Location!;
    }

    public static Task<WebPage> DecideMergeAsync(this Visitor director, string url, bool agrees = true) => director.SubmitAsync(url, ("Form.Note", "已核对原件"), ("Form.Agrees", agrees ? "true" : "false"));

    public static async Task MergedAsync(this TestApp app, Membership kept, Membership merged)
    {
        var url = await app.ProposedMergeAsync(kept, merged);
        var decided = await (await app.AsAsync(Roles.Director)).DecideMergeAsync(url);
        Assert.True(decided.Status == HttpStatusCode.Found, decided.Text);
    }

    /// <summary>A case the turn or the wish gave to this person, approved.</summary>
    public static async Task<(Guid CaseId, string Why)> HandledByAsync(this TestApp app, Membership member, string recipient)
    {
        var aidCase = await app.GrantedAsync(recipient, ("Form.WishedMembershipId", member.Id.ToString()));
        var why = (await (await app.AsAsync(Roles.Clerk)).SubmitAsync(PersonTurns.ProposalOf(aidCase))).Location!;
        Assert.Equal(HttpStatusCode.Found, (await (await app.AsAsync(Roles.Director)).SubmitAsync($"{why}/approval", ("Form.Agrees", "true"))).Status);
        return (aidCase, why);
    }

    /// <summary>What ./legalaid verify looks at: decisions recomputed, balances that sum to zero and agree with their lines.</summary>
    public static async Task IsVerifiedAsync(this TestApp app)
    {
        var decisions = await app.InDbAsync(db => db.Decisions.AsNoTracking().ToListAsync());
        Assert.All(decisions, record => Assert.Equal(record.Result, DecisionKinds.Recompute(record)));
        var places = await app.InDbAsync(db => db.QueuePlaces.AsNoTracking()
            .Select(p => new { p.QueueId, p.BalanceMillionths, Lines = db.QueueEntries.Where(e => e.PlaceId == p.Id).Sum(e => e.ShareMillionths - e.PaidMillionths) }).ToListAsync());
        Assert.All(places, place => Assert.Equal(place.Lines, place.BalanceMillionths));
        Assert.All(places.GroupBy(place => place.QueueId), queue => Assert.Equal(0, queue.Sum(place => place.BalanceMillionths)));
    }
}
