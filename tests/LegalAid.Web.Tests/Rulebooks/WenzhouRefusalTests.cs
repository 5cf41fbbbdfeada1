using Xunit;

namespace LegalAid.Web.Tests.Rulebooks;

/// <summary>What 温州's sections refuse, section by section, and that the figure beside it is let in.</summary>
public sealed class WenzhouRefusalTests : IDisposable
{
    private const string Wenzhou = "wenzhou/2024-01-01.yaml";
    private readonly BookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("value: 2\n        clause: WZ-6.6", "value: 51\n        clause: WZ-6.6", "recruitment.pools.cases.licence-years.value", "在 0 至 50 之间")]
    [InlineData("value: 2\n      clause: WZ-4.2", "value: 0\n      clause: WZ-4.2", "recruitment.pools.renewed-every-years.value", "在 1 至 10 之间")]
    [InlineData("- social-lawyer\n        clause: WZ-6.1", "- legal-worker\n        clause: WZ-6.1", "recruitment.pools", "不能入库的人")]
    [InlineData("- case-candidacy", "- duty-sign-up", "training.opens.value", "“duty-sign-up”重复")]
    [InlineData("value: 3\n      clause: WZ-19.1", "value: 25\n      clause: WZ-19.1", "training.probation.months.value", "在 1 至 24 之间")]
    [InlineData("value: 3\n      clause: WZ-24.2", "value: -1\n      clause: WZ-24.2", "training.mentors.mentor-years.value", "在 0 至 50 之间")]
    [InlineData("value: 100\n      clause: WZ-15.1", "value: 89\n      clause: WZ-15.1", "duty.year", "晚于每年上限 89 次")]
    [InlineData("value: 1\n      clause: WZ-16.4", "value: 0\n      clause: WZ-16.4", "duty.roster.shifts-per-person.value", "在 1 至 31 之间")]
    [InlineData("value: 1\n      clause: WZ-17.5", "value: 31\n      clause: WZ-17.5", "duty.swap.days-before.value", "在 0 至 30 之间")]
    [InlineData("value: calendar-days", "value: days", "duty.cover.counted-by.value", "可用：calendar-days、full-hours")]
    [InlineData("value: 15\n      clause: WZ-P2.2", "value: 1.5\n      clause: WZ-P2.2", "points.services.off-hours-hotline-tenths.value", "应为整数")]
    [InlineData("value: 40\n      clause: WZ-P4.1", "value: 81\n      clause: WZ-P4.1", "points.services", "不能高于较好的")]
    [InlineData("value: -10\n      clause: WZ-P5.3", "value: 1\n      clause: WZ-P5.3", "points.satisfaction", "不能高于较好的")]
    [InlineData("value: -40\n      clause: WZ-P6.4", "value: -9\n      clause: WZ-P6.4", "points.grades", "不能高于较好的")]
    [InlineData("value: 60\n      clause: WZ-P8.3", "value: 81\n      clause: WZ-P8.3", "points.case-studies", "不能高于较好的")]
    [InlineData("value: 20\n      clause: WZ-N1.3", "value: -20\n      clause: WZ-N1.3", "deductions.duty.unreported-tenths.value", "在 0 至 1000 之间")]
    [InlineData("value: 10\n      clause: WZ-N1.1.1", "value: 21\n      clause: WZ-N1.1.1", "deductions.lateness", "不能高于较好的")]
    [InlineData("value: 30\n      clause: WZ-12.2", "value: 91\n      clause: WZ-12.2", "ranking.shares", "合计 101%")]
    [InlineData("value: 150\n      clause: WZ-13.2b", "value: 99\n      clause: WZ-13.2b", "ranking.effects", "绿色不低于蓝色")]
    [InlineData("value: 50\n      clause: WZ-13.3a", "value: 101\n      clause: WZ-13.3a", "ranking.effects", "蓝色不低于红色")]
    [InlineData("value: 2\n      clause: WZ-13.4a", "value: 1\n      clause: WZ-13.4a", "ranking.red-streak.quarters.value", "在 2 至 8 之间")]
    [InlineData("value: 1\n      clause: WZ-25.3a", "value: 3\n      clause: WZ-25.3a", "sanctions.suspension", "永远用不上")]
    [InlineData("value: 3\n      clause: WZ-28.6", "value: 51\n      clause: WZ-28.6", "sanctions.removal.bar-years.value", "在 0 至 50 之间")]
    [InlineData("- practice-years\n        - specialities\n", "- practice-years\n", "disclosure.roster", "超出了名单")]
    [InlineData("- name\n        - specialities\n", "- name\n        - birthday\n", "disclosure.roster.without-consent.value[2]", "不认识“birthday”")]
    [InlineData("      - case-pool\n", "      - aid-given\n", "disclosure", "须写名单")]
    public void A_section_is_refused(string text, string by, string key, string reason)
    {
        folder.Replace(Wenzhou, text, by);

        Assert.Contains(folder.Faults(), fault => fault.File == Wenzhou && fault.Key == key && fault.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_resit_cannot_be_counted_where_none_is_allowed()
    {
        const string Resit = "  resit-allowed:\n    title: 可以补考，不限次数\n    value: true\n";
        const string Once = "  max-resits:\n    title: 可以补考（次）\n    value: 1\n    clause: WZ-10.2\n\n";

        Assert.Equal(1, folder.Replace(Wenzhou, Resit, Once + Resit).Load().InForceOn("WZ", new(2024, 5, 6)).Training!.MaxResits!.Value);
        folder.Replace(Wenzhou, Resit, Resit.Replace("true", "false", StringComparison.Ordinal));

        Assert.Contains(folder.Faults(), fault => fault.Key == "training" && fault.Reason == "不能补考，却写了补考 1 次");
    }

    [Theory]
    [InlineData("value: 2\n        clause: WZ-6.6", "value: 50\n        clause: WZ-6.6")]
    [InlineData("value: 100\n      clause: WZ-15.1", "value: 90\n      clause: WZ-15.1")]
    [InlineData("value: 40\n      clause: WZ-P4.1", "value: 80\n      clause: WZ-P4.1")]
    [InlineData("value: -40\n      clause: WZ-P6.4", "value: -10\n      clause: WZ-P6.4")]
    [InlineData("value: 10\n      clause: WZ-N1.1.1", "value: 20\n      clause: WZ-N1.1.1")]
    [InlineData("value: 30\n      clause: WZ-12.2", "value: 90\n      clause: WZ-12.2")]
    [InlineData("value: 150\n      clause: WZ-13.2b", "value: 100\n      clause: WZ-13.2b")]
    [InlineData("value: 50\n      clause: WZ-13.3a", "value: 100\n      clause: WZ-13.3a")]
    [InlineData("value: 1\n      clause: WZ-25.3a", "value: 2\n      clause: WZ-25.3a")]
    public void A_section_at_its_bound_is_not(string text, string by) => Assert.NotEmpty(folder.Replace(Wenzhou, text, by).Load().Books);
}
