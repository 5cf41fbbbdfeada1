using LegalAid.Rules.Tests;
using LegalAid.Store.Notices;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry;

/// <summary>A firm closes with mentors in it.</summary>
public sealed class MentorsLeavingTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("WZ-24.2")]
    public async Task The_centre_is_told_once_of_each_mentor_whose_beginner_stays()
    {
        app.Clock.Set(2026, 6, 17);
        var (closing, staying) = (await app.LawFirmAsync("重庆导一律师事务所"), await app.LawFirmAsync("重庆导二律师事务所"));
        var (mentor, other) = (await app.MemberAsync("导赵", closing), await app.MemberAsync("导钱", closing));
        await app.MemberAsync("导孙", staying, m => m.MentorId = mentor.Id);
        await app.MemberAsync("导李", staying, m => m.MentorId = mentor.Id);
        await app.MemberAsync("导周", closing, m => m.MentorId = other.Id);        // leaves with the mentor
        var (clerk, _) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));

        await clerk.SubmitAsync($"/registry/institutions/{closing.Id}/close", ("Form.Kind", "Dissolved"), ("Form.Day", "2026-6-18"), ("Form.Reason", "注销公告"));

        var (told, officers) = await app.InDbAsync(async db => (
            await db.Notices.Where(n => n.Kind == NoticeKind.MentorLeaves).Select(n => n.OfficerId!.Value).ToListAsync(),
            await db.Users.Where(u => u.OfficeId == app.OfficeId && (u.UserName!.StartsWith(Roles.Clerk) || u.UserName!.StartsWith(Roles.Director))).Select(u => u.Id).ToListAsync()));
        Assert.Equal(officers.Order(), told.Order());
    }
}
