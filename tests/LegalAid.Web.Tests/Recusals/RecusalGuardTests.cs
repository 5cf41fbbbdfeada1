using System.Net;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Recusals;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Store.Conduct;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LegalAid.Web.Tests.Recusals;

/// <summary>No form about a case gets past a recusal: every writing address of the program, taken from its own table.</summary>
public sealed class RecusalGuardTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Whole = [Roles.Clerk, Roles.Director, Roles.Section, Roles.Bureau];

    [Theory]
    [Clause("BB-8.1", "CF-14")]
    [InlineData(Roles.Clerk, "Sibling")]
    [InlineData(Roles.Clerk, "OtherRelative")]
    [InlineData(Roles.Director, "Spouse")]
    [InlineData(Roles.Director, "OtherInterest")]
    [InlineData(Roles.Section, "Parent")]
    [InlineData(Roles.Bureau, "Child")]
    public async Task Whoever_stands_aside_sends_no_form_about_the_case_to_any_address(string role, string relation)
    {
        var (caseId, ids) = await CaseAsync($"82{role}{relation}");
        var (desk, _) = await app.OfficerNamedAsync(role, $"某{relation}");
        Assert.Equal(HttpStatusCode.Found, (await app.DeclareAsync(desk, caseId, relation)).Status);
        var rows = (await WritingAsync()).Where(row => row.Roles.Contains(role) && CasesOfRoute.SpeaksOfCase(row.Pattern) && row.Pattern != "cases/{id:guid}/recusal").ToList();

        Assert.True(rows.Count >= (role is Roles.Section or Roles.Bureau ? 1 : 8), $"Only {rows.Count} writing addresses found for {role}.");
        foreach (var row in rows)
        {
            var answer = await RecusalDesk.PostAsync(desk, UrlOf(row, ids), Nothing);
            Assert.Equal((row.Pattern, HttpStatusCode.UnprocessableEntity), (row.Pattern, answer.Status));
            Assert.Contains("本案", answer["main .refusals"].TextContent, StringComparison.Ordinal);
            Assert.Contains("BB-8.1", answer["main .refusals"].TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Everybody_else_gets_past_the_guard_to_the_page_itself()
    {
        var (_, ids) = await CaseAsync("83");
        var desk = await app.AsAsync(Roles.Director);
        foreach (var row in (await WritingAsync()).Where(row => row.Roles.Contains(Roles.Director) && CasesOfRoute.SpeaksOfCase(row.Pattern)))
        {
            var answer = await RecusalDesk.PostAsync(desk, UrlOf(row, ids), Nothing);
            Assert.DoesNotContain("BB-8.1", answer.Document.QuerySelector("main .refusals")?.TextContent ?? "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_writing_address_with_an_id_says_whether_it_is_of_a_case()
    {
        var rows = await WritingAsync();

        Assert.True(rows.Count >= 20, $"Only {rows.Count} writing addresses with an id; this test looks at the wrong thing.");
        Assert.All(rows, row => CasesOfRoute.SpeaksOfCase(row.Pattern));
        Assert.Contains(rows, row => CasesOfRoute.SpeaksOfCase(row.Pattern));
        Assert.Throws<InvalidOperationException>(() => CasesOfRoute.SpeaksOfCase("files/{id:guid}/close"));
    }

    [Fact]
    [Clause("BB-8.1")]
    public async Task The_declaration_is_the_only_form_a_recused_officer_may_send()
    {
        var models = (await DescriptorsAsync()).Select(page => page.ModelTypeInfo!.AsType());

        Assert.Equal(["DeclareModel"], models.Where(model => model.IsDefined(typeof(EvenIfRecusedAttribute), inherit: true)).Select(model => model.Name));
    }

    // The pages of this office's officers that take a form which is no mere search, and have somebody's id in their address.
    private async Task<List<EndpointRow>> WritingAsync() =>
    [
        .. (await DescriptorsAsync())
            .Where(page => page.HandlerMethods.Any(handler => HttpMethods.IsPost(handler.HttpMethod)) && !page.ModelTypeInfo!.IsDefined(typeof(ReadsByPostAttribute), inherit: true))
            .Select(page => page.AttributeRouteInfo!.Template!.TrimStart('/'))
            .Where(template => template.Contains(":guid}", StringComparison.Ordinal))
            .Select(EndpointTable.Of)
            .Where(row => row.Roles.Intersect(Whole).Any()),
    ];

    private async Task<List<CompiledPageActionDescriptor>> DescriptorsAsync()
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var found = new List<CompiledPageActionDescriptor>();
        foreach (var page in app.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            found.Add(await loader.LoadAsync(page, EndpointMetadataCollection.Empty));
        }

        return found;
    }

    private static readonly (string Field, string Value)[] Nothing = [];

    private static string UrlOf(EndpointRow row, IReadOnlyDictionary<string, Guid> ids) => "/" + string.Join('/', row.Pattern.Split('/').Select(part =>
        !part.StartsWith('{') ? part : ids[ids.Keys.First(folder => row.Pattern.StartsWith(folder, StringComparison.Ordinal))].ToString()));

    // A proposed case with everything its addresses may name, the colleague's recusal included.
    private async Task<(Guid CaseId, IReadOnlyDictionary<string, Guid> Ids)> CaseAsync(string number)
    {
        await app.LawFirmAsync($"重庆守{number}律师事务所", "辩丙");
        var caseId = await app.RegisteredAsync(number, "2026-6-17 9:00");
        var assignment = NoticePath.IdOf(await app.ProposedAsync(caseId));
        var (colleague, officer) = await app.OfficerNamedAsync(Roles.Clerk, $"同事{number}");
        await app.DeclareAsync(colleague, caseId, nameof(Relation.OtherInterest));
        var letter = await app.InDbAsync(db => db.Cases.Where(c => c.Id == caseId).Select(c => c.LetterId!.Value).SingleAsync());
        var recusal = (await app.RecusalAsync(caseId, officer.Id)).Id;
        return (caseId, new Dictionary<string, Guid>(StringComparer.Ordinal)
        {
            ["assignment/cases/"] = caseId,
            ["assignment/"] = assignment,
            ["cases/parties/"] = await app.InDbAsync(db => db.CaseParties.Where(p => p.CaseId == caseId).Select(p => p.Id).FirstAsync()),
            ["cases/"] = caseId,
            ["intake/letters/"] = letter,
            ["recusals/"] = recusal,
            ["conduct/"] = await ConductAsync(caseId, assignment),
        });
    }

    private Task<Guid> ConductAsync(Guid caseId, Guid assignmentId) => app.InDbAsync(async db =>
    {
        var institution = await db.Assignments.Where(a => a.Id == assignmentId).Select(a => a.InstitutionId).SingleAsync();
        var decline = new AssignmentDecline { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, AssignmentId = assignmentId, Ground = DeclineGround.Other, Reason = "推诿", DeclinedById = Guid.CreateVersion7(), DeclinedAtUtc = app.Clock.UtcNow, Status = DeclineStatus.Waiting };
        var matter = new ConductMatter { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, Source = ConductSource.UnjustifiedDecline, Clause = "LAW-46", CaseId = caseId, DeclineId = decline.Id, InstitutionId = institution, OpenedAtUtc = app.Clock.UtcNow };
        db.AddRange(decline, matter);
        await db.SaveChangesAsync();
        return matter.Id;
    });
}
