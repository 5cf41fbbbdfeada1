using System.Net;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Decisions;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Access;

/// <summary>
/// Whoever posts more than the form holds changes nothing by it: every property of every table is posted as an extra field, plain and as the form's,
/// and the rows are what they would have been.
/// </summary>
public sealed class MassAssignmentTests(TestApp app) : IClassFixture<TestApp>
{
    // Fields a form has though the page shows them in some cases only.
    private static readonly string[] OwnButHidden = ["Form.Step", "Form.OutOfTurnReason", "Form.HelpedOn", "Form.HelpedByStation"];     // the last two are of applications; a letter takes no notice of them
    private static readonly string?[] Written = [typeof(AidCase).Namespace, typeof(CaseAssignment).Namespace, typeof(JournalLine).Namespace, typeof(DecisionRecord).Namespace];
    private static readonly Guid Stranger = Guid.Parse("99999999-9999-7999-8999-999999999999");

    [Fact]
    public async Task Every_column_posted_as_an_extra_field_is_left_alone_from_the_letter_to_the_approval()
    {
        await app.LawFirmAsync("重庆多余律师事务所", "多某甲");
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));

        var registered = await SubmitAsync(clerk, "/intake/letters/new", TestData.Letter("（2026）多余1号", "2026-6-17 9:00"));
        var aidCase = await CaseAsync(registered);
        Assert.Equal((app.OfficeId, CaseStatus.AwaitingAssignment), (aidCase.OfficeId, aidCase.Status));
        Assert.Equal(new DateTime(2026, 6, 22, 16, 0, 0, DateTimeKind.Utc), aidCase.StatutoryDueAtUtc);
        Assert.StartsWith("2026-", aidCase.Number, StringComparison.Ordinal);

        var proposed = await SubmitAsync(clerk, $"/assignment/cases/{aidCase.Id}/propose", []);
        var why = proposed.Location!;
        var proposal = await AssignmentAsync(aidCase.Id);
        Assert.Equal((app.OfficeId, AssignmentStatus.Proposed), (proposal.OfficeId, proposal.Status));
        Assert.Null(proposal.DecidedById);
        Assert.NotEqual(Stranger, proposal.ProposedById);
        Assert.Null(proposal.NoticeNumber);

        await SubmitAsync(director, $"{why}/approval", [("Form.Agrees", "true")]);
        var approved = await AssignmentAsync(aidCase.Id);
        Assert.Equal(AssignmentStatus.Approved, approved.Status);
        Assert.NotEqual(Stranger, approved.DecidedById);
        Assert.Equal((proposal.InstitutionId, proposal.ProposedById, proposal.DecisionId), (approved.InstitutionId, approved.ProposedById, approved.DecisionId));
    }

    [Fact]
    public async Task Every_column_posted_with_an_application_and_its_decision_is_left_alone()
    {
        var clerk = await app.AsAsync(Roles.Clerk);

        var taken = await SubmitAsync(clerk, "/intake/applications/new", TestData.Application("2026-6-16 9:00", "多某乙"));
        Assert.Equal((app.OfficeId, CaseStatus.UnderExamination), await StateAsync(taken));
        await SubmitAsync(clerk, $"{taken.Location}/decision", [("Form.Grants", "true")]);

        var aidCase = await CaseAsync(taken);
        Assert.Equal((app.OfficeId, CaseStatus.AwaitingAssignment), (aidCase.OfficeId, aidCase.Status));
        Assert.Matches("^碚援", aidCase.DecisionNumber);
    }

    [Fact]
    public async Task The_table_of_extra_fields_sees_the_tables()
    {
        var names = await NamesAsync();

        Assert.True(names.Count > 100);
        Assert.Contains(nameof(AidCase.OfficeId), names);
        Assert.Contains(nameof(CaseAssignment.DecidedById), names);
    }

    private async Task<WebPage> SubmitAsync(Visitor visitor, string url, (string Field, string Value)[] fields)
    {
        var opened = await visitor.OpenAsync(url);
        var own = opened.Document.QuerySelectorAll("main [name]").Select(field => field.GetAttribute("name")!).Concat(OwnButHidden).ToHashSet(StringComparer.Ordinal);
        string[] shown = [.. typeof(AidCase).GetProperties().Concat(typeof(CaseAssignment).GetProperties()).Select(property => property.Name).Distinct(StringComparer.Ordinal)];
        var extra = (await NamesAsync()).SelectMany(name => new[] { name, $"Form.{name}" }).Concat(shown.SelectMany(name => new[] { $"Case.{name}", $"Row.{name}" }))     // one form holds 1,024 fields
            .Where(name => !own.Contains(name) && fields.All(field => field.Field != name))
            .Select(name => (name, Hostile(name)));
        var answer = await visitor.SendAsync(url, opened, [.. fields, .. extra]);
        Assert.Equal((url, HttpStatusCode.Found), (url, answer.Status));
        return answer;
    }

    private static string Hostile(string name) =>
        name.EndsWith("Id", StringComparison.Ordinal) ? Stranger.ToString()
        : name.EndsWith("Utc", StringComparison.Ordinal) ? "2001-1-1 0:00"
        : name == "Status" ? nameof(CaseStatus.Refused)
        : "7";

    private Task<List<string>> NamesAsync() => app.InDbAsync(db => Task.FromResult(Names(db)));

    // Of the tables these acts write: all of them would be more than one form holds.
    private static List<string> Names(AidDb db) =>
        [.. db.Model.GetEntityTypes().Where(type => Written.Contains(type.ClrType.Namespace)).SelectMany(type => type.GetProperties()).Select(property => property.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private async Task<AidCase> CaseAsync(WebPage answer)
    {
        var id = Guid.Parse(answer.Location!["/cases/".Length..]);
        return await app.InDbAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == id));
    }

    private async Task<(Guid, CaseStatus)> StateAsync(WebPage answer)
    {
        var aidCase = await CaseAsync(answer);
        return (aidCase.OfficeId, aidCase.Status);
    }

    private Task<CaseAssignment> AssignmentAsync(Guid caseId) => app.InDbAsync(db => db.Assignments.AsNoTracking().SingleAsync(a => a.CaseId == caseId));
}
