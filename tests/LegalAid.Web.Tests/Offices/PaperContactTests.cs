using LegalAid.Rules.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Xunit;

namespace LegalAid.Web.Tests.Offices;

/// <summary>Papers say where the office is found once it is known, and nothing before.</summary>
public sealed class PaperContactTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    public async Task A_notice_has_no_line_for_an_address_nobody_entered_and_has_it_once_entered()
    {
        var firm = await app.InstitutionAsync("浙江联一律师事务所", InstitutionKind.LawFirm);
        await app.PersonAsync("联赵", firm);
        var aidCase = await app.GrantedAsync("联甲");
        var (clerk, administrator) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Administrator));
        var why = (await clerk.SubmitAsync(PersonTurns.ProposalOf(aidCase))).Location!;
        await (await app.AsAsync(Roles.Director)).SubmitAsync($"{why}/approval", ("Form.Agrees", "true"));
        var without = (await clerk.OpenAsync($"{why}/notice")).Html;
        Assert.Contains("承办人为联赵", without, StringComparison.Ordinal);
        Assert.DoesNotContain("联系地址", without, StringComparison.Ordinal);

        await administrator.SubmitAsync("/office", ("Form.Address", "试验路12号二楼"), ("Form.Phone", "12348"));

        Assert.Contains("联系地址：试验路12号二楼 电话：12348", (await clerk.OpenAsync($"{why}/notice")).Text, StringComparison.Ordinal);
    }
}
