namespace LegalAid.Browser.Tests;

/// <summary>What a clerk does at the counter again and again.</summary>
internal static class Counter
{
    /// <summary>Takes an application about wages, with the person the recipient would like, and grants it.</summary>
    /// <param name="clerk">At the counter.</param>
    /// <param name="recipient">Who asks for aid.</param>
    /// <param name="wish">The person the recipient would like; null for none.</param>
    /// <param name="more">What else is filled in before the form is sent.</param>
    public static async Task TakeAndGrantAsync(this Desk clerk, string recipient, string? wish = null, Func<Task>? more = null)
    {
        await clerk.OpenAsync("/intake/applications/new");
        await clerk.Page.GetByLabel("收到申请的时间").FillAsync("2026-6-17 9:00");
        await clerk.Page.GetByLabel("案件类型").SelectOptionAsync("劳动仲裁");
        await clerk.Page.GetByLabel("援助范围").SelectOptionAsync("确认劳动关系、支付劳动报酬");
        await clerk.Page.GetByLabel("经济困难的依据").SelectOptionAsync("免予核查");
        await clerk.Page.GetByLabel("案由").FillAsync("追索劳动报酬");
        await clerk.Page.GetByLabel("阶段").SelectOptionAsync("仲裁");
        await clerk.Page.GetByLabel("受援人姓名").FillAsync(recipient);
        if (wish is not null)
        {
            await clerk.Page.Locator("[name='Form.WishedMembershipId']").SelectOptionAsync(await clerk.Page.Locator($"[name='Form.WishedMembershipId'] option:has-text('{wish}')").GetAttributeAsync("value") ?? "");
        }

        if (more is not null)
        {
            await more();
        }

        await clerk.PressAsync("受理");
        await clerk.FollowAsync("审查决定");
        await clerk.PressAsync("给予法律援助");
    }
}
