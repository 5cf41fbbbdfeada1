using LegalAid.Rules.Offices;
using Xunit;

namespace LegalAid.Rules.Tests.Offices;

public sealed class RoleConfirmingTests
{
    [Theory]
    [InlineData(true, false, false, true, null, null)]
    [InlineData(true, false, false, false, "没有任命文件", null)]
    [InlineData(true, false, false, false, " ", "role-reason")]
    [InlineData(false, false, false, true, null, "role-decided")]
    [InlineData(true, true, false, true, null, "role-asker")]
    [InlineData(true, true, false, false, "理由", "role-asker")]
    [InlineData(true, false, true, true, null, "role-own")]
    public void A_role_is_confirmed_once_by_another_than_who_asked_and_who_gets_it(bool waiting, bool asker, bool concerned, bool grants, string? reason, string? code) =>
        Assert.Equal(code, RoleConfirming.WhyNotDecide(new(waiting, asker, concerned), grants, reason)?.Code);
}
