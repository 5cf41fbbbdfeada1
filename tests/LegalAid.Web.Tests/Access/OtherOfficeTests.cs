using System.Net;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Conduct;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.Access.Canaries;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Registry.Vetting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace LegalAid.Web.Tests.Access;

/// <summary>What 北碚 knows stays in 北碚; what an institution handles stays with it; what was written once stays as it was.</summary>
public sealed class OtherOfficeTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Recipient = "金丝雀甲";
    private const string Cause = "金丝雀盗窃案";
    private const string Letter = "（2026）金丝雀1号";
    private const string Rules = "rules";       // an office's books; the other office of this test has none
    private const string Lawyer = "金丝雀律师";

    [Theory]
    [InlineData(Roles.Clerk)]
    [InlineData(Roles.Director)]
    [InlineData(Roles.Bureau)]
    public async Task Every_address_with_an_id_is_unknown_to_another_office(string role)
    {
        var known = await CanaryAsync();
        var (own, stranger) = (await app.AsAsync(role), await app.AsAsync(role, await OtherOfficeAsync()));

        foreach (var (pattern, url) in Addresses(known))
        {
            if (!EndpointTable.Of(pattern).Roles.Contains(role))
            {
                continue;
            }

            Assert.Equal((url, HttpStatusCode.OK), (url, (await own.OpenAsync(url)).Status));
            Assert.Equal((url, HttpStatusCode.NotFound), (url, (await stranger.OpenAsync(url)).Status));
        }
    }

    [Fact]
    public async Task Writing_to_another_offices_case_is_refused_as_unknown()
    {
        var known = await CanaryAsync();
        var office = await OtherOfficeAsync();
        var (clerk, director) = (await app.AsAsync(Roles.Clerk, office), await app.AsAsync(Roles.Director, office));

        var answers = new[]
        {
            await PostAsync(clerk, $"/cases/{known.CaseId}/decision", ("Form.Grants", "true")),
            await PostAsync(clerk, $"/assignment/cases/{known.CaseId}/propose", ("Form.InstitutionId", known.InstitutionId.ToString()), ("Form.Turn", "0")),
            await PostAsync(clerk, $"/assignment/{known.AssignmentId}/reply?handler=Send"),
            await PostAsync(director, $"/assignment/{known.AssignmentId}/approval", ("Form.Agrees", "true")),
            await PostAsync(director, $"/assignment/{known.AssignmentId}/undo", ("Form.Reason", "试")),
            await PostAsync(director, $"/assignment/{known.AssignmentId}/ruling", ("Form.Justified", "true"), ("Form.Reason", "试")),
            await PostAsync(clerk, $"/registry/leaves/{known.Doubles.LeaveId}", ("Form.Agrees", "true")),
            await PostAsync(clerk, $"/registry/people/{known.MemberId}/activities", ("Form.Kind", "Publicity"), ("Form.HeldOn", "2026-6-1"), ("Form.Remark", "试")),
            await PostAsync(director, $"/assignment/{known.AssignmentId}/handler-change", ("Form.Against", "institution"), ("Form.Finding", "试")),
            await PostAsync(director, $"/assignment/{known.AssignmentId}/conflict-decision", ("Form.Upheld", "true"), ("Form.Reason", "试")),
            await PostAsync(clerk, $"/assignment/{known.AssignmentId}/evidence"),
            await PostAsync(clerk, $"/assignment/cases/{known.CaseId}/propose?handler=Release"),
            await PostAsync(clerk, $"/assignment/cases/{known.CaseId}/propose?handler=Reserve"),
            await PostAsync(clerk, $"/assignment/cases/{known.CaseId}/posting", ("Form.Cause", "试"), ("Form.Requirement", "试"), ("Form.ClosesAtUtc", "2026-6-17 12:00")),
            await PostAsync(clerk, $"/assignment/cases/{known.CaseId}/posting?handler=Withdraw", ("Back.Reason", "试")),
            await PostAsync(clerk, $"/assignment/cases/{known.CaseId}/bids", ("Form.Reason", "试")),
            await PostAsync(director, $"/conduct/{known.ConductId}/close", ("Form.TakesMeasure", "false"), ("Form.Reason", "试")),
            await PostAsync(director, $"/corps/people/{known.MemberId}", ("Form.On", "2026-6-17"), ("Form.Evidence", "试")),
            await PostAsync(director, $"/corps/people/{known.MemberId}?handler=End", ("Leaving.End", "Left"), ("Leaving.On", "2026-6-17"), ("Leaving.Reason", "试")),
            await PostAsync(clerk, $"/assignment/{known.AssignmentId}/notice?handler=Word"),
            await PostAsync(clerk, $"/assignment/{known.AssignmentId}/notice?handler=Reveal", ("Form.Purpose", "约见受援人")),
            await PostAsync(clerk, $"/cases/parties/{known.PartyId}/reveal", ("Form.Which", "Phone"), ("Form.Purpose", "约见受援人")),
            await PostAsync(clerk, $"/cases/{known.CaseId}/void", ("Form.Reason", "试")),
            await PostAsync(clerk, $"/cases/{known.CaseId}/next-stage", ("Form.Stage", "SecondInstance"), ("Form.Source", "Application"), ("Form.ReceivedAtUtc", "2026-6-17 9:00"), ("Form.ScopeGround", "Defence"), ("Form.HardshipBasis", "NotExamined")),
            await PostAsync(clerk, $"/cases/{known.CaseId}/matter", ("Form.Numbers", "")),
            await PostAsync(clerk, $"/cases/{known.CaseId}/matter?handler=Unlink", ("Unlink.Reason", "试")),
            await PostAsync(clerk, "/assignment/batch", ("Form.Seen[0].CaseId", known.CaseId.ToString()), ("Form.Seen[0].InstitutionId", known.InstitutionId.ToString())),
            await PostAsync(clerk, $"/cases/{known.CaseId}/correct", ("Form.Cause", "试"), ("Form.Stage", "FirstInstance"), ("Form.Headcount", "1"), ("Form.Recipients", "某"), ("Form.Reason", "试")),
            await PostAsync(clerk, $"/intake/letters/{known.LetterId}/accused", ("Form.Name", "某")),
            await PostAsync(clerk, $"/intake/letters/{known.LetterId}/correct", ("Form.Authority", "某"), ("Form.AuthorityKind", "Court"), ("Form.LetterNumber", "1"), ("Form.ReceivedAtUtc", "2026-6-17 9:00"), ("Form.Reason", "试")),
        };

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NotFound, answer.Status));
    }

    [Theory]
    [InlineData(Roles.Clerk)]
    [InlineData(Roles.Director)]
    [InlineData(Roles.Bureau)]
    public async Task The_lists_of_another_office_show_none_of_it(string role)
    {
        await CanaryAsync();
        var (own, stranger) = (await app.AsAsync(role), await app.AsAsync(role, await OtherOfficeAsync()));
        var lists = EndpointTable.Rows.Where(row => !row.Anonymous && row.Roles.Contains(role) && !row.Pattern.Contains('{', StringComparison.Ordinal) && row.Pattern != Rules).ToList();

        Assert.True(lists.Count >= 8);
        Assert.Contains(Cause, (await own.OpenAsync("/cases")).Html, StringComparison.Ordinal);
        foreach (var list in lists)
        {
            var page = await stranger.OpenAsync(list.Url);
            Assert.Equal((list.Url, HttpStatusCode.OK), (list.Url, page.Status));
            Assert.False(page.Html.Contains("金丝雀", StringComparison.Ordinal), $"{list.Url} shows another office's data to its {role}.");
        }

        Assert.Contains(Cause, (await own.SubmitAsync("/cases", ("q", "金丝雀"))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Cause, (await stranger.SubmitAsync("/cases", ("q", "金丝雀"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_institution_and_a_practitioner_who_does_not_handle_it_find_nothing()
    {
        var known = await CanaryAsync();
        var firm = await app.LawFirmAsync("重庆旁观律师事务所");
        var member = await app.MemberAsync("旁观甲", firm);
        var administrator = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id);
        var practitioner = await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: member.Id);
        var assigned = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: known.InstitutionId);
        var handler = await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: known.MemberId);
        string[] shared = [$"/cases/{known.CaseId}", $"/assignment/{known.AssignmentId}/notice"];
        var naming = $"/assignment/{known.AssignmentId}/handler";

        foreach (var url in shared)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await administrator.OpenAsync(url)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await practitioner.OpenAsync(url)).Status);
            Assert.Equal((url, HttpStatusCode.OK), (url, (await assigned.OpenAsync(url)).Status));
            Assert.Equal((url, HttpStatusCode.OK), (url, (await handler.OpenAsync(url)).Status));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await administrator.OpenAsync(naming)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(administrator, naming, ("Form.HandlerId", member.Id.ToString()))).Status);
        Assert.Equal(HttpStatusCode.OK, (await assigned.OpenAsync(naming)).Status);
        foreach (var url in new[] { $"/assignment/{known.AssignmentId}/decline", $"/assignment/{known.AssignmentId}/acceptance", $"/assignment/{known.AssignmentId}/conflict" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await administrator.OpenAsync(url)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await practitioner.OpenAsync(url)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(administrator, url, ("Form.Ground", "Conflict"), ("Form.HandlerId", known.MemberId.ToString()), ("Form.Reason", "试"))).Status);
        }

        Assert.DoesNotContain("金丝雀", (await administrator.OpenAsync("/cases")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("金丝雀", (await practitioner.OpenAsync("/")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cases")]
    [InlineData("case_parties")]
    [InlineData("issued_papers")]
    [InlineData("memberships")]
    [InlineData("journal_lines")]
    [InlineData("decision_records")]
    [InlineData("assignments")]
    public async Task Without_an_office_the_programs_own_role_sees_no_row(string table)
    {
        await CanaryAsync();

        Assert.True(await CountAsync("Owner", table) > 0);
        Assert.Equal(0, await CountAsync("App", table));
    }

    [Fact]
    public async Task A_row_for_another_office_is_refused_by_the_database()
    {
        var other = await OtherOfficeAsync();

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => app.InDbAsync(db =>
        {
            db.Note(other, app.Clock.UtcNow, Act.SignedIn, Guid.CreateVersion7(), officerId: null);
            return db.SaveChangesAsync();
        }));

        Assert.Equal("42501", Assert.IsType<PostgresException>(refused.InnerException).SqlState);
    }

    [Theory]
    [InlineData("journal_lines", "update journal_lines set reason = 'x'")]
    [InlineData("journal_lines", "delete from journal_lines")]
    [InlineData("journal_lines", "truncate journal_lines")]
    [InlineData("journal_lines", "truncate journal_lines_2026")]
    [InlineData("decision_records", "update decision_records set result = 'x'")]
    [InlineData("decision_records", "delete from decision_records")]
    [InlineData("decision_records", "truncate decision_records")]
    [InlineData("decision_records", "truncate decision_records_2026")]
    [InlineData("queue_entries", "delete from queue_entries")]
    [InlineData("issued_papers", "update issued_papers set number = 'x'")]
    [InlineData("issued_papers", "delete from issued_papers")]
    public async Task What_is_append_only_is_never_changed_not_even_by_the_owner(string table, string sql)
    {
        await CanaryAsync();
        var before = await CountAsync("Owner", table);

        Assert.Equal("23001", (await Assert.ThrowsAsync<PostgresException>(() => RunAsync("Owner", sql))).SqlState);
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => RunAsync("App", sql))).SqlState);
        Assert.Equal(before, await CountAsync("Owner", table));
    }

    private static IEnumerable<(string Pattern, string Url)> Addresses(Known known) =>
    [
        ("cases/{id:guid}", $"/cases/{known.CaseId}"),
        ("cases/{id:guid}/decision", $"/cases/{known.CaseId}/decision"),
        ("cases/{id:guid}/review", $"/cases/{known.CaseId}/review"),
        ("cases/parties/{id:guid}/access", $"/cases/parties/{known.PartyId}/access"),
        ("cases/{id:guid}/receive", $"/cases/{known.CaseId}/receive"),
        ("cases/{id:guid}/correct", $"/cases/{known.CaseId}/correct"),
        ("cases/{id:guid}/void", $"/cases/{known.CaseId}/void"),
        ("cases/{id:guid}/next-stage", $"/cases/{known.CaseId}/next-stage"),
        ("cases/{id:guid}/basis", $"/cases/{known.CaseId}/basis"),
        ("cases/{id:guid}/matter", $"/cases/{known.CaseId}/matter"),
        ("intake/letters/{id:guid}", $"/intake/letters/{known.LetterId}"),
        ("intake/letters/{id:guid}/accused", $"/intake/letters/{known.LetterId}/accused"),
        ("intake/letters/{id:guid}/correct", $"/intake/letters/{known.LetterId}/correct"),
        ("assignment/{id:guid}/undo", $"/assignment/{known.AssignmentId}/undo"),
        ("assignment/cases/{caseId:guid}/propose", $"/assignment/cases/{known.CaseId}/propose"),
        ("assignment/cases/{caseId:guid}/consents", $"/assignment/cases/{known.CaseId}/consents"),
        ("assignment/cases/{caseId:guid}/posting", $"/assignment/cases/{known.CaseId}/posting"),
        ("assignment/cases/{caseId:guid}/bids", $"/assignment/cases/{known.CaseId}/bids"),
        ("corps/people/{id:guid}", $"/corps/people/{known.MemberId}"),
        ("corps/proposals/{id:guid}", $"/corps/proposals/{known.Training.ProposalId}"),
        ("corps/people/{id:guid}/propose", $"/corps/people/{known.MemberId}/propose"),
        ("conduct/{id:guid}", $"/conduct/{known.ConductId}"),
        ("conduct/{id:guid}/close", $"/conduct/{known.ConductId}/close"),
        ("assignment/{id:guid}", $"/assignment/{known.AssignmentId}"),
        ("assignment/{id:guid}/approval", $"/assignment/{known.AssignmentId}/approval"),
        ("assignment/{id:guid}/discussion", $"/assignment/{known.AssignmentId}/discussion"),
        ("assignment/{id:guid}/ruling", $"/assignment/{known.AssignmentId}/ruling"),
        ("assignment/{id:guid}/handler-change", $"/assignment/{known.AssignmentId}/handler-change"),
        ("assignment/{id:guid}/conflict-decision", $"/assignment/{known.AssignmentId}/conflict-decision"),
        ("assignment/{id:guid}/notice", $"/assignment/{known.AssignmentId}/notice"),
        ("cases/parties/{id:guid}/reveal", $"/cases/parties/{known.PartyId}/reveal"),
        ("assignment/{id:guid}/reply", $"/assignment/{known.AssignmentId}/reply"),
        ("registry/people/{id:guid}", $"/registry/people/{known.MemberId}"),
        ("registry/people/{id:guid}/reveal", $"/registry/people/{known.MemberId}/reveal"),
        ("registry/people/{id:guid}/absences/new", $"/registry/people/{known.MemberId}/absences/new"),
        ("registry/people/{id:guid}/absences/{absenceId:guid}/end", $"/registry/people/{known.MemberId}/absences/{known.AbsenceId}/end"),
        ("registry/people/{id:guid}/activities", $"/registry/people/{known.MemberId}/activities"),
        ("registry/people/{id:guid}/mentor", $"/registry/people/{known.MemberId}/mentor"),
        ("registry/people/{id:guid}/probation", $"/registry/people/{known.MemberId}/probation"),
        ("training/{id:guid}", $"/training/{known.Training.EventId}"),
        ("training/{id:guid}/people", $"/training/{known.Training.EventId}/people"),
        ("training/{id:guid}/cadres", $"/training/{known.Training.EventId}/cadres"),
        ("training/{id:guid}/screen", $"/training/{known.Training.EventId}/screen"),
        ("training/proofs/{id:guid}", $"/training/proofs/{known.Training.AttendanceId}"),
        ("training/questions/{id:guid}", $"/training/questions/{known.Training.QuestionId}"),
        ("training/exams/{id:guid}", $"/training/exams/{known.Training.ExamId}"),
        ("registry/applications/{id:guid}/vetting", $"/registry/applications/{known.Recruitment.ApplicationId}/vetting"),
        ("registry/applications/{id:guid}/vetting/assessment", $"/registry/applications/{known.Recruitment.ApplicationId}/vetting/assessment"),
        ("registry/applications/{id:guid}/vetting/records", $"/registry/applications/{known.Recruitment.ApplicationId}/vetting/records"),
        ("registry/applications/{id:guid}/vetting/opinion", $"/registry/applications/{known.Recruitment.ApplicationId}/vetting/opinion"),
        ("registry/applications/{id:guid}/vetting/recusal", $"/registry/applications/{known.Recruitment.ApplicationId}/vetting/recusal"),
        ("registry/applications/{id:guid}/vetting/strike", $"/registry/applications/{known.Recruitment.ApplicationId}/vetting/strike"),
        ("registry/rounds/{id:guid}/comparison", $"/registry/rounds/{known.Recruitment.RoundId}/comparison"),
        ("registry/rounds/{id:guid}/minutes", $"/registry/rounds/{known.Recruitment.RoundId}/minutes"),
        ("registry/rounds/{id:guid}/results", $"/registry/rounds/{known.Recruitment.RoundId}/results"),
        ("registry/rounds/{id:guid}/results/publish", $"/registry/rounds/{known.Recruitment.RoundId}/results/publish"),
        ("registry/rounds/{id:guid}/results/admit", $"/registry/rounds/{known.Recruitment.RoundId}/results/admit"),
        ("registry/rounds/{id:guid}/objections/new", $"/registry/rounds/{known.Recruitment.RoundId}/objections/new"),
        ("registry/objections/{id:guid}", $"/registry/objections/{known.Recruitment.ObjectionId}"),
        ("registry/institutions/{id:guid}/partner", $"/registry/institutions/{known.InstitutionId}/partner"),
        ("cases/{id:guid}/needs", $"/cases/{known.CaseId}/needs"),
        ("registry/leaves/{id:guid}", $"/registry/leaves/{known.Doubles.LeaveId}"),
        ("registry/people/{id:guid}/exit", $"/registry/people/{known.MemberId}/exit"),
        ("registry/people/{id:guid}/removal", $"/registry/people/{known.MemberId}/removal"),
        ("registry/people/{id:guid}/merge", $"/registry/people/{known.MemberId}/merge"),
        ("registry/people/{id:guid}/firm", $"/registry/people/{known.MemberId}/firm"),
        ("registry/people/{id:guid}/pools", $"/registry/people/{known.MemberId}/pools"),
        ("registry/people/{id:guid}/ledger", $"/registry/people/{known.MemberId}/ledger"),
        ("registry/people/{id:guid}/correction", $"/registry/people/{known.MemberId}/correction"),
        ("registry/people/{id:guid}/ties", $"/registry/people/{known.MemberId}/ties"),
        ("registry/people/{id:guid}/suggestion", $"/registry/people/{known.MemberId}/suggestion"),
        ("registry/institutions/{id:guid}/advisers", $"/registry/institutions/{known.InstitutionId}/advisers"),
        ("registry/institutions/{id:guid}", $"/registry/institutions/{known.InstitutionId}"),
        ("registry/institutions/{id:guid}/district", $"/registry/institutions/{known.InstitutionId}/district"),
        ("registry/rounds/{id:guid}", $"/registry/rounds/{known.Recruitment.RoundId}"),
        ("registry/rounds/{id:guid}/edit", $"/registry/rounds/{known.Recruitment.DraftId}/edit"),
        ("registry/rounds/{id:guid}/publish", $"/registry/rounds/{known.Recruitment.DraftId}/publish"),
        ("registry/rounds/{id:guid}/withdraw", $"/registry/rounds/{known.Recruitment.DraftId}/withdraw"),
        ("registry/rounds/{id:guid}/readers", $"/registry/rounds/{known.Recruitment.RoundId}/readers"),
        ("registry/rounds/{id:guid}/notice", $"/registry/rounds/{known.Recruitment.RoundId}/notice"),
        ("registry/rounds/{id:guid}/applications", $"/registry/rounds/{known.Recruitment.RoundId}/applications"),
        ("registry/applications/{id:guid}", $"/registry/applications/{known.Recruitment.ApplicationId}"),
        ("registry/applications/{id:guid}/return", $"/registry/applications/{known.Recruitment.ApplicationId}/return"),
        ("joining/applications/{id:guid}/form", $"/joining/applications/{known.Recruitment.ApplicationId}/form"),
        ("registry/import/{id:guid}", $"/registry/import/{known.RosterId}"),
        ("registry/records/{id:guid}", $"/registry/records/{known.Doubles.RecordsId}"),
        ("registry/licences/{id:guid}", $"/registry/licences/{known.Doubles.LicencesId}"),
        ("registry/merges/{id:guid}", $"/registry/merges/{known.Doubles.MergeId}"),
        ("registry/import/history/{id:guid}", $"/registry/import/history/{known.HistoryId}"),
        ("registry/golive/{id:guid}", $"/registry/golive/{known.GoingLiveId}"),
        ("registry/golive/{id:guid}/apply", $"/registry/golive/{known.GoingLiveId}/apply"),
        ("registry/enrolment/{id:guid}", $"/registry/enrolment/{known.RegisterId}"),
        ("registry/enrolment/{id:guid}/apply", $"/registry/enrolment/{known.RegisterId}/apply"),
    ];

    private static async Task<WebPage> PostAsync(Visitor visitor, string url, params (string Field, string Value)[] fields) =>
        await visitor.PostAsync(url, [await visitor.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), .. fields]);

    private Task<Guid> OtherOfficeAsync() => app.InDbAsync(async db =>
    {
        var office = await db.Offices.SingleOrDefaultAsync(o => o.Code == "ZZ");
        if (office is null)
        {
            office = new Office { Id = Guid.CreateVersion7(), Code = "ZZ", BookCode = "BB", Name = "某区法律援助中心", BureauName = "某区司法局", District = "某区", DocumentPrefix = "某", Address = "某路1号", Phone = "023-00000000" };
            db.Add(office);
            await db.SaveChangesAsync();
        }

        return office.Id;
    });

    // One case all the way to its handler, every string of it recognisable.
    private async Task<Known> CanaryAsync()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        if (await app.InDbAsync(db => db.Assignments.AsNoTracking().Include(a => a.Handlers).FirstOrDefaultAsync()) is { } made)
        {
            return await WithRegistryAsync(made.CaseId, made.Id, made.InstitutionId, made.Handlers[0].MembershipId);
        }

        var firm = await app.LawFirmAsync("重庆金丝雀律师事务所");
        var member = await app.MemberAsync(Lawyer, firm);
        var fields = TestData.Letter(Letter, "2026-6-17 9:00", Recipient).Where(field => field.Field != "Form.Cause");
        var caseUrl = (await clerk.SubmitAsync("/intake/letters/new", [.. fields, ("Form.Cause", Cause)])).Location!;
        var caseId = Guid.Parse(caseUrl["/cases/".Length..]);
        var why = (await clerk.SubmitAsync($"/assignment/cases/{caseId}/propose")).Location!;
        await (await app.AsAsync(Roles.Director)).SubmitAsync($"{why}/approval", ("Form.Agrees", "true"));
        var administrator = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id);
        Assert.Equal(HttpStatusCode.Found, (await administrator.SubmitAsync($"{why}/handler", ("Form.HandlerId", member.Id.ToString()))).Status);
        var doubled = await app.MemberAsync(Lawyer, firm);
        await app.InDbAsync(db =>
        {
            db.Add(new MemberMerge { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, KeptId = member.Id, MergedId = doubled.Id, Reason = "金丝雀重复", ProposedById = Guid.CreateVersion7(), ProposedAtUtc = app.Clock.UtcNow, Status = MergeStatus.Waiting });
            db.Add(new LeaveRequest { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member.Id, Kind = LeaveKind.Personal, FirstDay = new(2026, 8, 1), LastDay = new(2026, 8, 2), Reason = app.Cipher.Seal("金丝雀事由"), AskedById = Guid.CreateVersion7(), AskedAtUtc = app.Clock.UtcNow, Status = LeaveStatus.Waiting });
            db.Add(new Absence { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member.Id, Kind = AbsenceKind.Leave, FirstDay = new(2026, 7, 1), LastDay = new(2026, 7, 9), Reason = "金丝雀假" });
            db.AddRange(Upload(UploadKind.Roster), Upload(UploadKind.History), Upload(UploadKind.Register), Upload(UploadKind.GoingLive), Upload(UploadKind.Records), Upload(UploadKind.Licences));
            AddConduct(db, caseId, Guid.Parse(why["/assignment/".Length..]), firm.Id);
            db.AddRange(CanaryTraining.Rows(app, Canary.Beibei with { First = "金", Second = "丝雀" }, member));
            return db.SaveChangesAsync();
        });
        var round = await app.RoundAsync(r => r.Title = "金丝雀招募");
        await app.RoundAsync(r => (r.Title, r.Status, r.PublishedAtUtc) = ("金丝雀拟稿", RoundStatus.Draft, null));
        var application = await app.ApplicationAsync(round, firm, "金丝雀申请人");
        await app.InDbAsync(db =>
        {
            db.Add(new ResultObjection { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, RoundId = round.Id, ApplicationId = application.Id, RaisedOn = app.Clock.Today, Statement = "金丝雀异议", RecordedById = Guid.CreateVersion7(), RecordedAtUtc = app.Clock.UtcNow });
            return db.SaveChangesAsync();
        });
        return await WithRegistryAsync(caseId, Guid.Parse(why["/assignment/".Length..]), firm.Id, member.Id);
    }

    private void AddConduct(AidDb db, Guid caseId, Guid assignmentId, Guid institutionId)
    {
        var decline = new AssignmentDecline { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, AssignmentId = assignmentId, Ground = DeclineGround.Other, Reason = "金丝雀辞", DeclinedById = Guid.CreateVersion7(), DeclinedAtUtc = app.Clock.UtcNow, Status = DeclineStatus.Waiting };
        db.AddRange(decline, new ConductMatter { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, Source = ConductSource.UnjustifiedDecline, Clause = "LAW-46", CaseId = caseId, DeclineId = decline.Id, InstitutionId = institutionId, OpenedAtUtc = app.Clock.UtcNow });
    }

    private RegistryUpload Upload(UploadKind kind) =>
        new() { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, OfficerId = Guid.CreateVersion7(), Kind = kind, FileName = "金丝雀.xlsx", CreatedAtUtc = app.Clock.UtcNow };

    private Task<Known> WithRegistryAsync(Guid caseId, Guid assignmentId, Guid institutionId, Guid memberId) => app.InDbAsync(async db => new Known(
        caseId,
        assignmentId,
        institutionId,
        memberId,
        await db.Absences.Where(a => a.MembershipId == memberId).Select(a => a.Id).SingleAsync(),
        await db.RegistryUploads.Where(u => u.Kind == UploadKind.Roster).Select(u => u.Id).SingleAsync(),
        await db.RegistryUploads.Where(u => u.Kind == UploadKind.History).Select(u => u.Id).SingleAsync(),
        await db.RegistryUploads.Where(u => u.Kind == UploadKind.Register).Select(u => u.Id).SingleAsync(),
        await db.RegistryUploads.Where(u => u.Kind == UploadKind.GoingLive).Select(u => u.Id).SingleAsync(),
        await db.Cases.Where(c => c.Id == caseId).Select(c => c.LetterId!.Value).SingleAsync(),
        await db.CaseParties.Where(p => p.CaseId == caseId).Select(p => p.Id).SingleAsync(),
        await db.ConductMatters.Select(m => m.Id).SingleAsync(),
        new(await db.MemberMerges.Select(m => m.Id).SingleAsync(), await db.RegistryUploads.Where(u => u.Kind == UploadKind.Records).Select(u => u.Id).SingleAsync(),
            await db.RegistryUploads.Where(u => u.Kind == UploadKind.Licences).Select(u => u.Id).SingleAsync(), await db.LeaveRequests.Select(r => r.Id).SingleAsync()),
        new(await db.RecruitmentRounds.Where(r => r.Status != RoundStatus.Draft).Select(r => r.Id).SingleAsync(), await db.RecruitmentRounds.Where(r => r.Status == RoundStatus.Draft).Select(r => r.Id).SingleAsync(), await db.PoolApplications.Select(a => a.Id).SingleAsync(), await db.ResultObjections.Select(o => o.Id).SingleAsync()),
        new(await db.TrainingEvents.Select(t => t.Id).SingleAsync(), await db.TrainingAttendances.Where(a => a.MembershipId != null).Select(a => a.Id).SingleAsync(), await db.ExamQuestions.Select(q => q.Id).SingleAsync(), await db.Exams.Select(e => e.Id).SingleAsync(), await db.CorpsProposals.Select(p => p.Id).SingleAsync())));

    private async Task<long> CountAsync(string who, string table) => (long)(await RunAsync(who, $"select count(*) from {table}"))!;

    private async Task<object?> RunAsync(string who, string sql)
    {
        await using var source = NpgsqlDataSource.Create(app.Services.GetRequiredService<IConfiguration>().GetConnectionString(who)!);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private sealed record Known(
        Guid CaseId, Guid AssignmentId, Guid InstitutionId, Guid MemberId, Guid AbsenceId, Guid RosterId, Guid HistoryId, Guid RegisterId, Guid GoingLiveId, Guid LetterId, Guid PartyId, Guid ConductId,
        KnownDoubles Doubles, KnownRecruitment Recruitment, KnownTraining Training);

    private sealed record KnownDoubles(Guid MergeId, Guid RecordsId, Guid LicencesId, Guid LeaveId);

    private sealed record KnownRecruitment(Guid RoundId, Guid DraftId, Guid ApplicationId, Guid ObjectionId);

    private sealed record KnownTraining(Guid EventId, Guid AttendanceId, Guid QuestionId, Guid ExamId, Guid ProposalId);
}
