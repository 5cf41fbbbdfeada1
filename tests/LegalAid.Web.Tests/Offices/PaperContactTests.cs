using LegalAid.Rules.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Xunit;

namespace LegalAid.Web.Tests.Offices;

/// <summary>Papers say where the office is found if it was known when they got their number, and nothing otherwise.</summary>
public sealed class PaperContactTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    public async Task A_notice_has_no_line_for_an_address_nobody_had_entered_and_the_next_one_has_it()
    {
        var firm = await app.InstitutionAsync("浙江联一律师事务所", InstitutionKind.LawFirm);
        await app.PersonAsync("联赵", firm);
        var clerk = await app.AsAsync(Roles.Clerk);
        var before = await NoticeAsync("联甲");
        var without = (await clerk.OpenAsync(before)).Text;
        Assert.Contains("承办人为联赵", without, StringComparison.Ordinal);
        Assert.DoesNotContain("联系地址", without, StringComparison.Ordinal);

        await (await app.AsAsync(Roles.Administrator)).SubmitAsync("/office", ("Form.Address", "试验路12号二楼"), ("Form.Phone", "12348"));

        Assert.Equal(without, (await clerk.OpenAsync(before)).Text);
        Assert.Contains("联系地址：试验路12号二楼 电话：12348", (await clerk.OpenAsync(await NoticeAsync("联乙"))).Text, StringComparison.Ordinal);
    }

    private async Task<string> NoticeAsync(string recipient)
    {
        var aidCase = await app.GrantedAsync(recipient);
        var why = (await (await app.AsAsync(Roles.Clerk)).SubmitAsync(PersonTurns.ProposalOf(aidCase))).Location!;
        await (await app.AsAsync(Roles.Director)).SubmitAsync($"{why}/approval", ("Form.Agrees", "true"));
        return $"{why}/notice";
    }
}
