using System.Net;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Registry;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Merging;

/// <summary>Who may not merge what, and two at once.</summary>
public sealed class MergeRefusalTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Two_people_merge_the_clerk_never_decides_and_another_office_knows_nothing_of_it()
    {
        var firm = await app.LawFirmAsync("重庆合一律师事务所");
        var (kept, merged) = (await app.MemberAsync("并赵", firm), await app.MemberAsync("并赵", firm));
        var director = await app.AsAsync(Roles.Director);
        var own = await director.AskMergeAsync(kept, merged);
        var firms = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id);
        var stranger = await app.AsAsync(Roles.Director, await app.InDbAsync(db => db.Offices.Where(o => o.Code == "QJ").Select(o => o.Id).SingleAsync()));

        Assert.Contains("提出合并的人不能同时决定", (await PostAsync(director, own.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(await app.AsAsync(Roles.Clerk), own.Location!)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await firms.OpenAsync(own.Location!)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(own.Location!)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(stranger, own.Location!)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync($"/registry/people/{kept.Id}/merge?other={merged.Id}")).Status);
        Assert.Equal("23514", (await Assert.ThrowsAsync<PostgresException>(() => app.InDbAsync(db => db.Database.ExecuteSqlAsync(
            $"update member_merges set status = 'Merged', decided_by_id = proposed_by_id where kept_id = {kept.Id}")))).SqlState);
    }

    [Fact]
    public async Task A_person_another_office_has_is_not_merged_and_the_office_is_not_named()
    {
        var firm = await app.LawFirmAsync("重庆合二律师事务所");
        var (kept, merged) = (await app.MemberAsync("并钱", firm), await app.MemberAsync("并钱", firm));
        var home = app.OfficeId;
        await app.GoToAsync("QJ");
        await app.InDbAsync(async db =>
        {
            var there = await app.MemberAsync("并钱外", firm);
            return await db.Memberships.Where(m => m.Id == there.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.PersonId, merged.PersonId));
        });
        await app.GoToAsync("BB");
        Assert.Equal(home, app.OfficeId);

        var refused = await (await app.AsAsync(Roles.Clerk)).AskMergeAsync(kept, merged);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("另有机构的名册用到其中一个人", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("綦江", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_one_humans_is_found_when_it_is_decided_too()
    {
        var firm = await app.LawFirmAsync("重庆合三律师事务所");
        var (kept, merged) = (await app.MemberAsync("并孙", firm), await app.MemberAsync("并孙", firm));
        var url = await app.ProposedMergeAsync(kept, merged);
        await app.InDbAsync(db => db.Memberships.Where(m => m.Id == merged.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.MentorId, kept.Id)));

        var refused = await (await app.AsAsync(Roles.Director)).DecideMergeAsync(url);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("导师", refused.Text, StringComparison.Ordinal);
        Assert.Equal(MergeStatus.Waiting, await app.InDbAsync(db => db.MemberMerges.Where(m => m.MergedId == merged.Id).Select(m => m.Status).SingleAsync()));
    }

    [Fact]
    public async Task Of_two_heads_at_once_one_merges()
    {
        var firm = await app.LawFirmAsync("重庆合四律师事务所");
        var (kept, merged) = (await app.MemberAsync("并李", firm), await app.MemberAsync("并李", firm));
        var id = Guid.Parse((await app.ProposedMergeAsync(kept, merged)).Split('/')[^1]);
        var heads = new List<Officer>();
        foreach (var name in new[] { "head-a", "head-b" })
        {
            heads.Add(await app.OfficerAsync(name, Roles.Director, app.OfficeId));
        }

        var done = await Task.WhenAll(heads.Select(head => Task.Run(() => TriedAsync(head, id))));

        Assert.Equal(1, done.Count(merge => merge));
        Assert.Equal(kept.Id, await app.InDbAsync(db => db.Memberships.Where(m => m.Id == merged.Id).Select(m => m.MergedIntoId).SingleAsync()));
    }

    [Fact]
    public async Task A_record_is_found_by_its_licence_and_a_merged_one_no_more()
    {
        var firm = await app.LawFirmAsync("重庆合五律师事务所");
        var (kept, merged) = (await app.MemberAsync("并周", firm), await app.MemberAsync("并洲", firm));
        var clerk = await app.AsAsync(Roles.Clerk);
        var url = $"/registry/people/{kept.Id}/merge";
        Assert.Equal($"{url}?other={merged.Id}", (await clerk.SubmitAsync(url, ("Find.Licence", merged.LicenceNumber))).Location);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync($"{url}?other={merged.Id}", ("Form.KeptId", Guid.CreateVersion7().ToString()), ("Form.Reason", "试"))).Status);

        await app.MergedAsync(kept, merged);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(url, ("Find.Licence", merged.LicenceNumber))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync($"{url}?other={Guid.CreateVersion7()}")).Status);
    }

    private static async Task<WebPage> PostAsync(Visitor visitor, string url) =>
        await visitor.PostAsync(url, [await visitor.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), ("Form.Note", "试"), ("Form.Agrees", "true")]);

    private async Task<bool> TriedAsync(Officer head, Guid id)
    {
        try
        {
            return (await app.RunAsync<DecideMerge, LegalAid.Rules.Common.Outcome<MemberMerge>?>(head, decide => decide.RunAsync(id, agrees: true, "核对", default)))!.Value is not null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
