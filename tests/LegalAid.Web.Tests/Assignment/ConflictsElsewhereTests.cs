using LegalAid.Rules.Intake;
using LegalAid.Rules.Tests;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Registry;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>A lawyer on two rosters who acts for the other side elsewhere: this office learns that there is a conflict, and nothing more.</summary>
public sealed class ConflictsElsewhereTests(TestApp app) : IClassFixture<TestApp>
{
    private const string ElsewhereNumber = "异地旧案八八号";

    [Fact]
    [Clause("CF-01", "CF-13")]
    public async Task A_matter_of_another_office_is_told_without_being_shown_and_names_alone_only_warn()
    {
        var theirs = await MatterInWenzhouAsync("辰某原告", "辰某被告");
        await app.GoToAsync("BB");
        var firm = await app.LawFirmAsync("重庆跨区律师事务所");
        var mine = await SharedMemberAsync(firm, theirs.PersonId);
        var clerk = await app.AsAsync(Roles.Clerk);

        var same = await clerk.OpenAsync(Propose(await GrantAsync(clerk, "辰某被告", "辰某原告")));
        Assert.Contains("他机构案件", same["#conflicts"].TextContent, StringComparison.Ordinal);
        Assert.Contains("本人在同一纠纷中代理对方（仅姓名相同，须核实）", same.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1名本人在同一纠纷中代理对方", same.Text, StringComparison.Ordinal);       // shut out nobody
        Assert.DoesNotContain(ElsewhereNumber, same.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(theirs.MatterId.ToString(), same.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("温州", same["main"].TextContent, StringComparison.Ordinal);

        var nobody = await clerk.OpenAsync(Propose(await GrantAsync(clerk, "辰某丙", "辰某丁")));
        Assert.DoesNotContain("他机构案件", nobody["#conflicts .data-table, #conflicts p:last-child"].TextContent, StringComparison.Ordinal);
        Assert.NotEqual(Guid.Empty, mine);
    }

    [Fact]
    [Clause("CF-01")]
    public async Task An_organisations_full_name_on_one_side_bars()
    {
        var theirs = await MatterInWenzhouAsync("重庆申猴商贸有限公司", "申某原告");
        await app.GoToAsync("BB");
        var firm = await app.LawFirmAsync("重庆申猴律师事务所");
        await SharedMemberAsync(firm, theirs.PersonId);
        var clerk = await app.AsAsync(Roles.Clerk);

        var page = await clerk.OpenAsync(Propose(await GrantAsync(clerk, "申某原告", "重庆申猴商贸有限公司")));

        Assert.Contains("1名本人在同一纠纷中代理对方", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_function_answers_for_ones_own_cases_and_people_alone_and_row_security_stays()
    {
        var theirs = await MatterInWenzhouAsync("巳某原告", "巳某被告");
        await app.GoToAsync("BB");
        var firm = await app.LawFirmAsync("重庆窄门律师事务所");
        var mine = await SharedMemberAsync(firm, theirs.PersonId);
        var clerk = await app.AsAsync(Roles.Clerk);
        var id = await GrantAsync(clerk, "巳某被告", "巳某原告");
        var (own, other) = (app.OfficeId, await app.InDbAsync(db => db.Offices.Where(o => o.Code == "WZ").Select(o => o.Id).SingleAsync()));

        Assert.Equal([$"{mine}|Opponent:NameOnly:Recipient Recipient:NameOnly:Opponent|running"], await AskAsync(own, id));
        var alike = await GrantAsync(clerk, "己某被告", "己某原告");          // easily mistaken for the others
        Assert.Equal([$"{mine}|Opponent:Lookalike:Recipient Recipient:Lookalike:Opponent|running"], await AskAsync(own, alike));
        Assert.Empty(await AskAsync(other, id));                            // not their case
        Assert.Empty(await AskAsync(own, Guid.CreateVersion7()));
        Assert.Equal(0, await app.InDbAsync(own, db => db.PriorMatters.CountAsync(m => m.Id == theirs.MatterId)));
        Assert.Equal(0, await app.InDbAsync(own, db => db.PriorMatters.IgnoreQueryFilters().CountAsync(m => m.Id == theirs.MatterId)));      // PostgreSQL hides it too
    }

    // What the database answers to the program's own role when it speaks for one office.
    private async Task<List<string>> AskAsync(Guid officeId, Guid caseId)
    {
        await using var source = NpgsqlDataSource.Create(app.Database.App);
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("select set_config('app.offices', @office, false); select * from conflicts_elsewhere(@asked, date '2026-06-17')", connection);
        command.Parameters.AddWithValue("office", officeId.ToString());
        command.Parameters.AddWithValue("asked", caseId);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.NextResultAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return rows;
    }

    private async Task<(Guid PersonId, Guid MatterId)> MatterInWenzhouAsync(string recipient, string opponent)
    {
        await app.GoToAsync("WZ");
        var firm = await app.InstitutionAsync($"温州{recipient}律师事务所", Rules.Registry.InstitutionKind.LawFirm);
        var member = await app.MemberAsync($"{recipient}的律师", firm, identity: TestRoster.Identity(new(1980, recipient[0] % 12 + 1, 3)));
        var matter = new PriorMatter
        {
            Id = Guid.CreateVersion7(),
            OfficeId = app.OfficeId,
            CaseNumber = ElsewhereNumber + recipient,
            Kind = CaseKind.Civil,
            Stage = CaseStage.FirstInstance,
            Recipient = recipient,
            Opponent = opponent,
            InstitutionId = firm.Id,
            MembershipId = member.Id,
            AssignedOn = new(2026, 3, 1),
        };
        await app.InDbAsync(db =>
        {
            db.Add(matter);
            return db.SaveChangesAsync();
        });
        return (member.PersonId, matter.Id);
    }

    // The same person on 北碚's roster too.
    private async Task<Guid> SharedMemberAsync(Institution firm, Guid personId)
    {
        var made = await app.MemberAsync($"共用{firm.Name}", firm);
        return await app.InDbAsync(async db =>
        {
            await db.Database.ExecuteSqlAsync($"update memberships set person_id = {personId} where id = {made.Id}");
            return made.Id;
        });
    }

    private static async Task<Guid> GrantAsync(Visitor clerk, string recipient, string opponents)
    {
        var fields = TestData.Application("2026-6-16 9:00", recipient).Where(field => field.Field is not ("Form.Opponents" or "Form.Kind" or "Form.Stage"));
        var taken = await clerk.SubmitAsync("/intake/applications/new", [.. fields, ("Form.Kind", "Civil"), ("Form.Stage", "FirstInstance"), ("Form.Opponents", opponents)]);
        await clerk.SubmitAsync($"{taken.Location}/decision", ("Form.Grants", "true"));
        return Guid.Parse(taken.Location!["/cases/".Length..]);
    }

    private static string Propose(Guid id) => $"/assignment/cases/{id}/propose";
}
