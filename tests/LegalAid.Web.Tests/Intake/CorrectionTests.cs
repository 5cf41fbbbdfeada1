using System.Net;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Registry;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Intake;

/// <summary>What was entered by mistake is corrected or voided; nothing is lost, and what rested on it is taken back.</summary>
public sealed class CorrectionTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-5.2")]
    public async Task A_headcount_corrected_to_fifty_takes_the_proposal_back_and_leaves_the_case_to_the_bureau()
    {
        await FirmAsync();
        var clerk = await app.AsAsync(Roles.Clerk);
        var id = await LetterAsync(clerk, "更一", ("Form.Headcount", "49"));
        var why = (await clerk.SubmitAsync($"/assignment/cases/{id}/propose", ("Form.Note", ""))).Location!;

        var corrected = await clerk.SubmitAsync($"/cases/{id}/correct", ("Form.Headcount", "50"), ("Form.Reason", "名单补交一人"));

        Assert.Equal(HttpStatusCode.Found, corrected.Status);
        Assert.Contains("原指派意见随之撤回", (await clerk.OpenAsync($"/cases/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(AssignmentStatus.Withdrawn, await app.InDbAsync(db => db.Assignments.Where(a => a.CaseId == id).Select(a => a.Status).SingleAsync()));
        Assert.Equal(0, await app.InDbAsync(db => db.QueuePlaces.SumAsync(p => p.BalanceMillionths)));
        var director = await app.AsAsync(Roles.Director);
        var late = await director.PostAsync($"{why}/approval", [await director.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), ("Form.Agrees", "true")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("BB-5.2", (await clerk.OpenAsync($"/assignment/cases/{id}/propose")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parties_left_as_they_are_keep_their_sealed_numbers_and_those_taken_out_stay_as_history()
    {
        var identity = TestRoster.Identity(new(1979, 4, 5));
        var clerk = await app.AsAsync(Roles.Clerk);
        var id = await LetterAsync(clerk, "更二", ("Form.RecipientIdentity", identity), ("Form.Victims", "错受害"));
        var form = await clerk.OpenAsync($"/cases/{id}/correct");
        var shown = form["textarea[name='Form.Recipients']"].TextContent.Trim();
        Assert.DoesNotContain(identity, form.Html, StringComparison.Ordinal);

        var corrected = await clerk.SendAsync($"/cases/{id}/correct", form, [("Form.Recipients", shown), ("Form.Victims", "对受害"), ("Form.Reason", "被害人写错")]);

        Assert.True(corrected.Status == HttpStatusCode.Found, corrected.Text);
        var parties = await app.InDbAsync(db => db.CaseParties.AsNoTracking().Where(p => p.CaseId == id).OrderBy(p => p.Order).ToListAsync());
        Assert.Equal([("更二", PartyRole.Recipient), ("对受害", PartyRole.Victim)], parties.Select(p => (p.Name, p.Role)));
        Assert.Equal(identity, app.Cipher.Open(parties[0].IdentityNumber!));
        Assert.Equal(1, await app.InDbAsync(db => db.CaseParties.IgnoreQueryFilters(["standing"]).CountAsync(p => p.CaseId == id && p.RemovedAtUtc != null && p.Name == "错受害")));
    }

    [Theory]
    [InlineData("Form.Cause", "", "案由")]
    [InlineData("Form.Headcount", "0", "受援人数")]
    [InlineData("Form.Recipients", "", "受援人")]
    [InlineData("Form.Recipients", "张某 500109198503010011", "校验")]
    [InlineData("Form.RecipientPhone", "123", "手机号应为11位")]
    [InlineData("Form.Reason", "", "更正理由")]
    public async Task A_correction_that_cannot_be_read_comes_back_and_names_the_field(string field, string value, string named)
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var id = await LetterAsync(clerk, $"更三{Guid.NewGuid():N}"[..12]);

        var answer = await clerk.SubmitAsync($"/cases/{id}/correct", [.. new[] { ("Form.Reason", "核对") }.Where(f => f.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(named, answer["main .problems"].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_assigned_parties_can_be_corrected_and_a_conflict_that_shows_is_told_but_not_the_headcount()
    {
        var firm = await FirmAsync();
        var clerk = await app.AsAsync(Roles.Clerk);
        var id = await LetterAsync(clerk, "更四");
        var why = (await clerk.SubmitAsync($"/assignment/cases/{id}/propose", ("Form.Note", ""))).Location!;
        await (await app.AsAsync(Roles.Director)).SubmitAsync($"{why}/approval", ("Form.Agrees", "true"));
        await app.InDbAsync(db =>
        {
            var member = db.Memberships.First(m => m.InstitutionId == firm);
            db.Add(new Store.Registry.PriorMatter { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, CaseNumber = "旧更", Kind = CaseKind.Civil, Stage = CaseStage.FirstInstance, Recipient = "更受害", Opponent = "某公司", InstitutionId = firm, MembershipId = member.Id, AssignedOn = new(2025, 3, 1) });
            return db.SaveChangesAsync();
        });

        var refused = await clerk.SubmitAsync($"/cases/{id}/correct", ("Form.Headcount", "2"), ("Form.Reason", "试"));
        var corrected = await clerk.SubmitAsync($"/cases/{id}/correct", ("Form.Victims", "更受害"), ("Form.Reason", "补登被害人"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(HttpStatusCode.Found, corrected.Status);
        Assert.Contains("代理过本案被害人", (await clerk.OpenAsync($"/cases/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("LAW-36", "BB-6.1")]
    public async Task A_voided_letter_can_be_entered_again_and_a_corrected_minute_moves_the_clocks()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var id = await LetterAsync(clerk, "更五");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync("/intake/letters/new", Letter("更五"))).Status);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/cases/{id}/void", ("Form.Reason", "重复登记"))).Status);
        Assert.Contains("重复登记", (await clerk.OpenAsync($"/cases/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync($"/cases/{id}/void", ("Form.Reason", "再来"))).Status);

        var again = await LetterAsync(clerk, "更五");
        var letter = await app.InDbAsync(db => db.Cases.Where(c => c.Id == again).Select(c => c.LetterId!.Value).SingleAsync());
        var early = await clerk.SubmitAsync($"/intake/letters/{letter}/correct", ("Form.ReceivedAtUtc", "2022-6-16 9:00"), ("Form.Reason", "年份试错"));
        var moved = await clerk.SubmitAsync($"/intake/letters/{letter}/correct", ("Form.ReceivedAtUtc", "2026-6-16 9:00"), ("Form.Reason", "收文章是16日"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("请核对年份", early["main .problems"].TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, moved.Status);
        var aidCase = await app.InDbAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == again));
        Assert.Equal(new DateTime(2026, 6, 17, 16, 0, 0, DateTimeKind.Utc), aidCase.OwnDueAtUtc);       // one working day after the 16th: the 17th, 24:00
        Assert.Equal(aidCase.OwnDueAtUtc, aidCase.NextDueAtUtc);
    }

    [Fact]
    [Clause("CF-09", "LAW-36")]
    public async Task A_further_accused_of_a_letter_gets_a_case_of_the_same_minute_and_stands_in_the_others()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var first = await LetterAsync(clerk, "更六");
        var letter = await app.InDbAsync(db => db.Cases.Where(c => c.Id == first).Select(c => c.LetterId!.Value).SingleAsync());

        var added = await clerk.SubmitAsync($"/intake/letters/{letter}/accused", ("Form.Name", "更六乙"));
        var twice = await clerk.SubmitAsync($"/intake/letters/{letter}/accused", ("Form.Name", "更六乙"));

        Assert.True(added.Status == HttpStatusCode.Found, added.Text);
        var second = Guid.Parse(added.Location!["/cases/".Length..]);
        var cases = await app.InDbAsync(db => db.Cases.AsNoTracking().Include(c => c.Parties).Where(c => c.LetterId == letter).OrderBy(c => c.Number).ToListAsync());
        Assert.Equal([first, second], cases.Select(c => c.Id));
        Assert.Equal(cases[0].StatutoryDueAtUtc, cases[1].StatutoryDueAtUtc);
        Assert.Equal(["更六乙", "更六"], cases.Select(c => c.Parties.Single(p => p.Role == PartyRole.CoDefendant).Name));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.Status);
        Assert.Contains("已经立案", twice.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/intake/letters/new", "2022-12-1 9:00", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/intake/letters/new", "2023-4-9 23:59", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/intake/letters/new", "2023-4-10 9:00", HttpStatusCode.Found)]       // the first day of 北碚's book
    [InlineData("/intake/applications/new", "2023-4-9 23:59", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/intake/applications/new", "2023-4-10 9:00", HttpStatusCode.Found)]
    public async Task A_day_without_rules_is_refused_at_the_field(string url, string receivedAt, HttpStatusCode expected)
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var fields = url.Contains("letters", StringComparison.Ordinal) ? TestData.Letter($"（2023）{receivedAt}", receivedAt) : TestData.Application(receivedAt);

        var answer = await clerk.SubmitAsync(url, fields);

        Assert.Equal(expected, answer.Status);
        if (expected == HttpStatusCode.UnprocessableEntity)
        {
            Assert.Contains("请核对年份", answer["#Form_ReceivedAtUtc"].ParentElement!.TextContent + answer["main .problems"].TextContent, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(HttpStatusCode.OK, (await clerk.OpenAsync(answer.Location!)).Status);
        }
    }

    private async Task<Guid> FirmAsync()
    {
        var known = await app.InDbAsync(db => db.Institutions.Select(i => i.Id).ToListAsync());
        return known.Count > 0 ? known[0] : (await app.LawFirmAsync("重庆更正律师事务所", "更甲")).Id;
    }

    private static async Task<Guid> LetterAsync(Visitor clerk, string name, params (string Field, string Value)[] more) =>
        Guid.Parse((await clerk.SubmitAsync("/intake/letters/new", Letter(name, more))).Location!["/cases/".Length..]);

    private static (string, string)[] Letter(string name, params (string Field, string Value)[] more) =>
        [.. TestData.Letter($"（2026）{name}号", "2026-6-17 9:00", name).Where(field => more.All(m => m.Field != field.Field)), .. more];
}
