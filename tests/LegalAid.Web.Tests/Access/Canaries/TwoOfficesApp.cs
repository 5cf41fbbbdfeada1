using LegalAid.Web.Tests.App;

namespace LegalAid.Web.Tests.Access.Canaries;

/// <summary>北碚 and 温州 on one program, everything of theirs marked.</summary>
public sealed class TwoOfficesApp : TestApp
{
    private Task<(CanaryOffice Beibei, CanaryOffice Wenzhou)>? made;

    internal async Task<(CanaryOffice Own, CanaryOffice Other)> OfficesAsync(string own)
    {
        var (beibei, wenzhou) = await (made ??= MakeAsync());
        return own == "BB" ? (beibei, wenzhou) : (wenzhou, beibei);
    }

    private async Task<(CanaryOffice Beibei, CanaryOffice Wenzhou)> MakeAsync() =>
        (await CanaryOffice.MakeAsync(this, Canary.Beibei), await CanaryOffice.MakeAsync(this, Canary.Wenzhou));
}
