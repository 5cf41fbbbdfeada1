using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Tests;
using LegalAid.Store.Decisions;
using LegalAid.Web.Access;
using LegalAid.Web.Commands;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Backup;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Assignment.DeclineDesk;

namespace LegalAid.Web.Tests.Intake;

/// <summary>The decision on an application is kept with its facts, recomputes, is shown, and names nobody.</summary>
public sealed class AidDecisionRecordTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData(true, "给予法律援助")]
    [InlineData(false, "不予法律援助")]
    [Clause("LAW-43", "LAW-49")]
    public async Task What_was_decided_is_stored_with_its_facts_and_recomputes(bool grants, string word)
    {
        var recipient = grants ? "据某甲" : "据某乙";
        var (clerk, caseId) = (await app.AsAsync(Roles.Clerk), await TakenAsync(recipient));
        Assert.Contains("没有审查决定", (await clerk.OpenAsync($"/cases/{caseId}/basis")).Text, StringComparison.Ordinal);

        IsDone(await clerk.SubmitAsync($"/cases/{caseId}/decision", ("Form.Grants", grants ? "true" : "false"), ("Form.Reason", $"{recipient}的收入证明")));

        var record = Assert.Single(await RecordsAsync(caseId));
        Assert.Equal(record.Result, DecisionKinds.Recompute(record));
        Assert.Equal((grants, DecisionKinds.Admission), (CanonicalJson.Read<AidDecision>(record.Result).Granted, record.Kind));
        Assert.Contains("LAW-43", record.Clauses);
        Assert.DoesNotContain(recipient, record.Facts + record.Result, StringComparison.Ordinal);
        Assert.NotNull((await clerk.OpenAsync($"/cases/{caseId}")).Document.QuerySelector($"main a[href='/cases/{caseId}/basis']"));
        var page = (await clerk.OpenAsync($"/cases/{caseId}/basis")).Text;
        Assert.All(new[] { word, record.Id.ToString(), record.RuleBookVersion, $"{recipient}的收入证明" }, text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.True((await VerifyCommand.CheckAsync(app.Services, default)).IsClean);
    }

    [Fact]
    [Clause("LAW-43")]
    public async Task What_was_refused_or_decided_already_leaves_no_record()
    {
        var (clerk, caseId) = (await app.AsAsync(Roles.Clerk), await TakenAsync("据某丙"));

        IsRefused(await clerk.SubmitAsync($"/cases/{caseId}/decision", ("Form.Grants", "false")), "须写明理由");
        Assert.Empty(await RecordsAsync(caseId));
        IsDone(await clerk.SubmitAsync($"/cases/{caseId}/decision", ("Form.Grants", "true")));
        IsRefused(await clerk.PostedAsync($"/cases/{caseId}/decision", ("Form.Grants", "true")), "可能已经决定");
        Assert.Single(await RecordsAsync(caseId));
    }

    [Theory]
    [InlineData(true, "Refused")]
    [InlineData(false, "AwaitingAssignment")]
    public async Task A_case_that_goes_on_otherwise_than_was_decided_is_found(bool granted, string forged)
    {
        var caseId = await TakenAsync($"据某{forged[..1]}");
        IsDone(await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/cases/{caseId}/decision", ("Form.Grants", granted ? "true" : "false"), ("Form.Reason", "经审查")));
        var record = Assert.Single(await RecordsAsync(caseId));

        await BackupDesk.RunAsync(app.Database, $"update cases set status = '{forged}' where id = '{caseId}'");
        var found = await VerifyCommand.CheckAsync(app.Services, default);
        await BackupDesk.RunAsync(app.Database, $"update cases set status = '{(granted ? "AwaitingAssignment" : "Refused")}' where id = '{caseId}'");

        Assert.Contains(found.Findings, finding => finding.StartsWith($"决定 {record.Id}：案件的状态与审查决定不符", StringComparison.Ordinal));
        Assert.True((await VerifyCommand.CheckAsync(app.Services, default)).IsClean);
    }

    [Fact]
    public async Task A_notice_is_not_examined_and_its_page_says_so()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var registered = await clerk.SubmitAsync("/intake/letters/new", TestData.Letter("（2026）渝0109刑初61号", "2026-6-17 9:00"));

        Assert.Contains("不作审查", (await clerk.OpenAsync($"{registered.Location}/basis")).Text, StringComparison.Ordinal);
    }

    private async Task<Guid> TakenAsync(string recipient) =>
        Guid.Parse((await (await app.AsAsync(Roles.Clerk)).SubmitAsync("/intake/applications/new", TestData.Application("2026-6-16 9:00", recipient))).Location!["/cases/".Length..]);

    private Task<List<DecisionRecord>> RecordsAsync(Guid caseId) => app.InDbAsync(db => db.Decisions.AsNoTracking().Where(d => d.SubjectId == caseId).ToListAsync());
}
