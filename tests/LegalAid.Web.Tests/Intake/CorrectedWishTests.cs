using System.Net;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Intake;

/// <summary>Kind, help and wish of an application are corrected until it is assigned; what rested on them is taken back.</summary>
public sealed class CorrectedWishTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-9.1", "BB-7.2")]
    public async Task A_wish_and_help_corrected_after_the_proposal_withdraw_it_and_stand_in_the_next()
    {
        var (first, second) = await FirmsAsync();
        var clerk = await app.AsAsync(Roles.Clerk);
        var id = await GrantedAsync(clerk, "愿一", ("Form.WishedInstitutionId", first.ToString()));
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/assignment/cases/{id}/propose", ("Form.Note", ""))).Status);

        var corrected = await clerk.SubmitAsync($"/cases/{id}/correct", ("Form.WishedInstitutionId", second.ToString()), ("Form.WishReason", "听错了"), ("Form.HelpedByInstitutionId", second.ToString()), ("Form.HelpedOn", "2026-6-10"), ("Form.Reason", "登记时选错"));

        Assert.Equal(HttpStatusCode.Found, corrected.Status);
        Assert.Equal(AssignmentStatus.Withdrawn, await app.InDbAsync(db => db.Assignments.Where(a => a.CaseId == id).Select(a => a.Status).SingleAsync()));
        var now = await CaseAsync(id);
        Assert.Equal((second, "听错了", second, new DateOnly(2026, 6, 10)), (now.WishedInstitutionId, now.WishReason, now.HelpedByInstitutionId, now.HelpedOn));
        var line = await app.InDbAsync(db => db.Journal.SingleAsync(l => l.SubjectId == id && l.Act == Act.CaseCorrected));
        Assert.Contains(first.ToString(), line.Details, StringComparison.Ordinal);
        Assert.Contains(second.ToString(), line.Details, StringComparison.Ordinal);
        Assert.DoesNotContain("听错了", line.Details, StringComparison.Ordinal);
        Assert.Contains("希望的机构", (await clerk.OpenAsync("/journal")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("BB-6.1", "BB-6.2")]
    public async Task Another_kind_has_another_clock_from_the_same_moment()
    {
        await FirmsAsync();
        var clerk = await app.AsAsync(Roles.Clerk);
        app.Clock.Set(2026, 6, 17, 10);
        var id = await GrantedAsync(clerk, "愿二", ("Form.Kind", "Civil"), ("Form.Stage", "FirstInstance"));
        var before = await CaseAsync(id);

        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/cases/{id}/correct", ("Form.Kind", "Criminal"), ("Form.ScopeGround", "Defence"), ("Form.Opponents", ""), ("Form.Reason", "实为刑事案件"))).Status);

        var now = await CaseAsync(id);
        Assert.Equal(CaseKind.Criminal, now.Kind);
        Assert.True(now.OwnDueAtUtc < before.OwnDueAtUtc);      // one working day instead of three
        Assert.Equal(now.OwnDueAtUtc < now.StatutoryDueAtUtc ? now.OwnDueAtUtc : now.StatutoryDueAtUtc, now.NextDueAtUtc);
    }

    [Theory]
    [InlineData("Form.HelpedOn", "2030-1-1", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Form.WishedInstitutionId", "01a1fc28-ebf4-7427-9b1c-82353d119e55", HttpStatusCode.BadRequest)]
    [InlineData("Form.Kind", "99", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_is_not_taken(string field, string value, HttpStatusCode status)
    {
        await FirmsAsync();
        var clerk = await app.AsAsync(Roles.Clerk);
        var id = await GrantedAsync(clerk, "愿三");

        Assert.Equal(status, (await clerk.SubmitAsync($"/cases/{id}/correct", (field, value), ("Form.Reason", "试"))).Status);
    }

    [Fact]
    public async Task Once_assigned_the_wish_is_neither_asked_nor_changed()
    {
        var (first, second) = await FirmsAsync();
        var clerk = await app.AsAsync(Roles.Clerk);
        var id = await GrantedAsync(clerk, "愿四", ("Form.WishedInstitutionId", first.ToString()));
        var why = (await clerk.SubmitAsync($"/assignment/cases/{id}/propose", ("Form.Note", ""))).Location!;
        await (await app.AsAsync(Roles.Director)).SubmitAsync($"{why}/approval", ("Form.Agrees", "true"));
        var form = await clerk.OpenAsync($"/cases/{id}/correct");
        Assert.DoesNotContain("Form.WishedInstitutionId", form.Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, (await clerk.SendAsync($"/cases/{id}/correct", form, [("Form.WishedInstitutionId", second.ToString()), ("Form.Cause", "追索工资"), ("Form.Reason", "试")])).Status);
        Assert.Equal((first, "追索工资"), ((await CaseAsync(id)).WishedInstitutionId, (await CaseAsync(id)).Cause));
        var kind = await clerk.SendAsync($"/cases/{id}/correct", await clerk.OpenAsync($"/cases/{id}/correct"), [("Form.Kind", "Civil"), ("Form.Reason", "试")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, kind.Status);
    }

    private async Task<(Guid First, Guid Second)> FirmsAsync()
    {
        if (await app.InDbAsync(db => db.Institutions.OrderBy(i => i.Name).Select(i => i.Id).ToListAsync()) is [var known, var other])
        {
            return (known, other);
        }

        return ((await app.LawFirmAsync("重庆愿甲律师事务所", "愿某甲")).Id, (await app.LawFirmAsync("重庆愿乙律师事务所", "愿某乙")).Id);
    }

    private Task<AidCase> CaseAsync(Guid id) => app.InDbAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == id));

    private static async Task<Guid> GrantedAsync(Visitor clerk, string recipient, params (string Field, string Value)[] fields)
    {
        var names = fields.Select(field => field.Field).ToHashSet(StringComparer.Ordinal);
        var taken = await clerk.SubmitAsync("/intake/applications/new", [.. TestData.Application("2026-6-16 9:00", recipient).Where(field => !names.Contains(field.Field)), .. fields]);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"{taken.Location}/decision", ("Form.Grants", "true"))).Status);
        return Guid.Parse(taken.Location!["/cases/".Length..]);
    }
}
