using Microsoft.AspNetCore.Mvc;

namespace LegalAid.Web.Features.Registry;

/// <summary>What the program's records say of a member's work in a period, for whoever judges it (试用期考核 from real work, WZ-19.3).</summary>
public sealed class MemberPeriodViewComponent(RenewalDossiers dossiers) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid memberId, DateOnly from, DateOnly through) =>
        View("/Features/Registry/Leaving/_RenewalDossier.cshtml", await dossiers.OfMemberAsync(memberId, from, through, HttpContext.RequestAborted));
}
