using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Vetting;

/// <summary>What a person confirms: several conditions on one ground, each with a line of its own; none ticked is no confirmation.</summary>
public sealed class ConfirmationTests(QijiangApp app) : IClassFixture<QijiangApp>
{
    [Fact]
    [Clause("QJ-2.1", "QJ-2.4a", "QJ-2.8")]
    public async Task Several_conditions_are_confirmed_at_once_all_or_none()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var application = await app.ApplicationAsync(await app.RoundAsync(), await app.InstitutionAsync("重庆甲证律师事务所", InstitutionKind.LawFirm), "证某甲");
        var page = $"/registry/applications/{application.Id}/vetting";
        (string, string)[] ground = [("Form.Met", "true"), ("Form.Reason", "看过承诺书")];

        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync(page, ground)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(page, [("Form.Criterion", "Character"), ("Form.Criterion", "Fitness"), .. ground])).Status);      // 綦江 asks nobody's health
        Assert.Empty(await ConfirmedAsync(application.Id));

        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(page, [("Form.Criterion", "Character"), ("Form.Criterion", "Conduct"), .. ground])).Status);

        Assert.Equal([VettingCriterion.Character, VettingCriterion.Conduct], await ConfirmedAsync(application.Id));
        Assert.Equal(2, await app.InDbAsync(db => db.Journal.CountAsync(line => line.Act == Act.VettingConfirmed && line.SubjectId == application.Id)));
    }

    private Task<List<VettingCriterion>> ConfirmedAsync(Guid id) =>
        app.InDbAsync(db => db.VettingConfirmations.Where(c => c.ApplicationId == id).OrderBy(c => c.Criterion).Select(c => c.Criterion).ToListAsync());
}
