using System.Net;
using LegalAid.Rules.Tests;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Assignment.DeclineDesk;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>What the centre suggests about a firm's people is shown where the firm names its handler, and binds nobody (BB-9.2).</summary>
public sealed class SuggestionTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-9.2")]
    public async Task The_firm_sees_whom_the_centre_would_rather_not_have_and_may_name_them_all_the_same()
    {
        await app.LawFirmAsync("重庆建议律师事务所", "荐甲", "荐乙");
        var agreed = await app.AgreedAsync("荐1");
        var clerk = await app.AsAsync(Roles.Clerk);
        var member = await app.InDbAsync(db => db.Memberships.Where(m => m.Person.Name == "荐甲").Select(m => m.Id).SingleAsync());
        await app.InDbAsync(db =>
        {
            db.Add(Graded(member, "旧荐1", "区司法局", Grade.Unqualified));
            db.Add(Graded(member, "旧荐2", "区司法局", Grade.Unqualified));
            db.Add(Graded(member, "旧荐2", "市司法局", Grade.Excellent));
            return db.SaveChangesAsync();
        });
        Assert.Equal(["旧荐1 Unqualified", "旧荐2 Excellent"], await app.InDbAsync(async db => (await EffectiveGrades.In(db).Where(g => g.MembershipId == member).OrderBy(g => g.CaseNumber).ToListAsync()).Select(g => $"{g.CaseNumber} {g.Grade}")));
        Assert.Contains("按质量等级，建议回避", (await clerk.OpenAsync(Url(member))).Text, StringComparison.Ordinal);

        IsDone(await clerk.SubmitAsync(Url(member), ("Form.Naming", "Avoid"), ("Form.Ground", "Quality"), ("Form.Reason", "上年一件评为不合格")));
        IsRefused(await clerk.PostedAsync(Url(member), ("Form.Naming", "Prefer"), ("Form.Ground", "Authority"), ("Form.Reason", "试")), "请先撤回");
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostedAsync(Url(member), ("Form.Ground", "Authority"), ("Form.Reason", "试"))).Status);

        var firm = await agreed.ReceiverAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await firm.OpenAsync(Url(member))).Status);
        Assert.Contains("荐甲：建议回避（办案质量），上年一件评为不合格", (await firm.OpenAsync($"{agreed.Url}/handler"))["#suggestions"].TextContent, StringComparison.Ordinal);
        IsDone(await firm.SubmitAsync($"{agreed.Url}/handler", ("Form.HandlerId", member.ToString())));

        var made = await app.InDbAsync(db => db.HandlerSuggestions.SingleAsync(s => s.MembershipId == member));
        IsDone(await clerk.PostedAsync($"{Url(member)}?handler=Withdraw", ("SuggestionId", made.Id.ToString())));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.PostedAsync($"{Url(member)}?handler=Withdraw", ("SuggestionId", made.Id.ToString()))).Status);
        Assert.Contains("已撤回", (await clerk.OpenAsync(Url(member))).Text, StringComparison.Ordinal);
    }

    private QualityGrade Graded(Guid member, string number, string body, Grade grade) =>
        new() { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member, CaseNumber = number, AssessedBy = body, Grade = grade, EffectiveOn = new(2026, 1, 1) };

    private static string Url(Guid member) => $"/registry/people/{member}/suggestion";
}
