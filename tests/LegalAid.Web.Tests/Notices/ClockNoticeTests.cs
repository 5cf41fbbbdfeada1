using LegalAid.Store;
using LegalAid.Store.Notices;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Notices;

/// <summary>Whoever has a case is told, once, a day before one of its clocks ends.</summary>
public sealed class ClockNoticeTests(SendingApp app) : IClassFixture<SendingApp>
{
    [Fact]
    public async Task The_clerk_is_told_a_day_before_the_clock_ends_once_even_by_two_nodes_and_not_earlier()
    {
        var caseId = await RegisteredAsync(1);
        var due = await DueAsync(caseId);

        app.Clock.Set(OfficeClock.ToLocal(due).AddDays(-1).AddMinutes(-1));
        await app.TellOfClocksAsync();
        Assert.Empty(await app.NoticesAsync(caseId));

        app.Clock.Set(OfficeClock.ToLocal(due).AddDays(-1));
        await app.TellOfClocksAsync();
        await app.TellOfClocksAsync();
        var told = await app.NoticesAsync(caseId);

        Assert.Equal((NoticeKind.ClockNearsEnd, due), Assert.Single(told.Select(notice => (notice.Kind, notice.DueAtUtc!.Value)).Distinct()));
        Assert.Equal(await app.InDbAsync(db => db.Users.CountAsync(u => u.OfficeId == app.OfficeId && u.Role == Roles.Clerk)), told.Count);
        Assert.Contains("期限至6月18日（周四）24:00", told[0].Text, StringComparison.Ordinal);

        // The other node found the same clock before it saw these rows.
        await Assert.ThrowsAsync<DbUpdateException>(() => app.InDbAsync(db =>
        {
            var again = told[0];
            db.Add(new Notice
            {
                Id = Guid.CreateVersion7(),
                OfficeId = again.OfficeId,
                Kind = again.Kind,
                OfficerId = again.OfficerId,
                CaseId = again.CaseId,
                AssignmentId = again.AssignmentId,
                Text = again.Text,
                HasLegalEffect = false,
                DueAtUtc = again.DueAtUtc,
                WrittenAtUtc = again.WrittenAtUtc,
            });
            return db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task The_institution_is_told_of_the_naming_clock_and_the_director_of_the_statutes()
    {
        await app.AsAsync(Roles.Director);
        var caseId = await RegisteredAsync(2);
        var why = await app.ProposedAsync(caseId);
        await app.DecideAsync(why);
        var (naming, statutory) = await app.InDbAsync(db => db.Cases.Where(c => c.Id == caseId).Select(c => new ValueTuple<DateTime, DateTime>(c.NextDueAtUtc!.Value, c.StatutoryDueAtUtc!.Value)).SingleAsync());

        app.Clock.Set(OfficeClock.ToLocal(naming).AddHours(-3));
        await app.TellOfClocksAsync();
        var told = Assert.Single(await app.NoticesAsync(caseId), notice => notice.Kind == NoticeKind.NamingNearsEnd);
        Assert.Equal((naming, true), (told.DueAtUtc!.Value, told.InstitutionId is not null));

        await app.NameAsync(why);
        app.Clock.Set(OfficeClock.ToLocal(statutory).AddHours(-3));
        await app.TellOfClocksAsync();
        Assert.Single(await app.NoticesAsync(caseId), notice => notice.Kind == NoticeKind.StatutoryNearsEnd);
    }

    [Fact]
    public async Task A_case_that_is_voided_is_told_of_to_nobody()
    {
        var caseId = await RegisteredAsync(3);
        await (await app.AsAsync(Roles.Director)).SubmitAsync($"/cases/{caseId}/void", ("Form.Reason", "重复登记"));
        app.Clock.Set(2026, 6, 18, 12);
        await app.TellOfClocksAsync();

        Assert.Empty(await app.NoticesAsync(caseId));
    }

    private async Task<Guid> RegisteredAsync(int number)
    {
        app.Clock.Set(2026, 6, 17, 10);
        if (!await app.InDbAsync(db => db.Institutions.AnyAsync()))
        {
            await app.LawFirmAsync("重庆期限律师事务所", "期某甲", "期某乙");
        }

        return await app.RegisteredAsync($"期{number}", "2026-6-17 9:30");
    }

    private Task<DateTime> DueAsync(Guid caseId) => app.InDbAsync(db => db.Cases.Where(c => c.Id == caseId).Select(c => c.NextDueAtUtc!.Value).SingleAsync());
}
