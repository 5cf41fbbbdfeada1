using LegalAid.Rules.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Rulebooks;

/// <summary>The program with an office nobody wrote a line of code for: 石城, with 北碚's catalogue and a book of its own numbers and switches.</summary>
public sealed class SixthOfficeApp : TestApp
{
    private readonly BookFolder folder = new BookFolder().AddOffice("shicheng", "SC")
        .Replace("shicheng/office.yaml", "document-prefix: 碚", "document-prefix: 石")
        .Replace("shicheng/office.yaml", "district: 重庆市北碚区", "district: 某省石城县")
        .Replace("shicheng/2023-04-10.yaml", "value: institutions", "value: practitioners")
        .Replace("shicheng/2023-04-10.yaml", "    length: 3\n    unit: working-days", "    length: 2\n    unit: working-days")
        .Replace("shicheng/2023-04-10.yaml", "      - recipient-wish\n      - helping-institution\n", "")
        .Replace("shicheng/2023-04-10.yaml", "    value: fit-practitioners\n    clause: SC-9.1", "    value: equal\n    clause: SC-9.1")
        .Replace("shicheng/2023-04-10.yaml", "  # 四、谁来定", "  exam-pass-mark:\n    title: 考试合格分数\n    value: 75\n    clause: SC-9.1\n\n  # 四、谁来定");

    protected override string OfficeCode => "SC";

    protected override string? RuleBooks => folder.FullName;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>Adding an office is data: the same pages, other numbers, other switches.</summary>
public sealed class SixthOfficeTests(SixthOfficeApp app) : IClassFixture<SixthOfficeApp>
{
    [Fact]
    public async Task An_office_of_a_book_alone_assigns_by_its_own_numbers()
    {
        var firm = await app.InstitutionAsync("某省石城律师事务所", InstitutionKind.LawFirm);
        await app.PersonAsync("石差一分", firm, score: 74);
        var able = await app.PersonAsync("石够线", firm, score: 75);
        var wished = await app.PersonAsync("石被点", firm, score: 100);
        var caseId = await app.GrantedAsync("石甲", ("Form.WishedMembershipId", wished.Id.ToString()));
        var clerk = await app.AsAsync(Roles.Clerk);

        var shown = await clerk.OpenAsync(PersonTurns.ProposalOf(caseId));

        Assert.Contains("建议：石够线（某省石城律师事务所）（轮候）", shown.Text, StringComparison.Ordinal);
        Assert.Contains("最好成绩74分，75分合格", shown.Text, StringComparison.Ordinal);
        Assert.Contains("本机构的指派规则没有这一步骤", shown.Text, StringComparison.Ordinal);      // the wish
        Assert.Contains("SC-4.3", shown.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("BB-", shown.Html, StringComparison.Ordinal);
        var why = (await clerk.SendAsync(PersonTurns.ProposalOf(caseId), shown, [])).Location!;
        await (await app.AsAsync(Roles.Director)).SubmitAsync($"{why}/approval", ("Form.Agrees", "true"));

        var assignment = await app.AssignmentAsync(caseId);
        Assert.Equal(able.Id, assignment.MembershipId);
        Assert.Equal("石援指字〔2026〕第1号", assignment.NoticeNumber);
        var aidCase = await app.InDbAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId));
        Assert.Equal(new DateTime(2026, 6, 22, 16, 0, 0, DateTimeKind.Utc), aidCase.OwnDueAtUtc);       // two working days from Wednesday 17 June, over 端午: 18 and 22 June
    }
}
