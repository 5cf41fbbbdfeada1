using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using Xunit;
using static LegalAid.Rules.Tests.Assignment.Beibei;

namespace LegalAid.Rules.Tests.Assignment;

public sealed class HandlerRolesTests
{
    [Theory]
    [Clause("QDN-4.4")]
    [InlineData(0, 1, "张某")]                       // alone: no role to tell
    [InlineData(0, 2, "张某（主办，A岗）")]
    [InlineData(1, 2, "张某（协办，B岗）")]
    [InlineData(2, 3, "张某（协办，B岗）")]
    public void Who_is_named_first_leads_and_whoever_follows_assists(int place, int handlers, string told) =>
        Assert.Equal(told, HandlerRoles.Told("张某", HandlerRoles.At(place), handlers));

    [Theory]
    [Clause("QDN-4.4", "BB-10.2", "BB-10.3")]
    [InlineData(CaseKind.Civil, 9, 1, false)]
    [InlineData(CaseKind.Civil, 10, 1, true)]
    [InlineData(CaseKind.Civil, 1, 2, true)]
    [InlineData(CaseKind.Criminal, 1, 1, true)]
    public void A_second_is_offered_where_a_second_may_be_named(CaseKind kind, int headcount, int perCase, bool allowed) =>
        Assert.Equal(allowed, HandlerNaming.AllowsSecond(kind, headcount, Book with { HandlersPerCase = new(perCase, "BB-10.2") }));
}
