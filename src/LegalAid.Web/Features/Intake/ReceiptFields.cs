using LegalAid.Rules.Common;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Intake;

/// <summary>Says at the field what is wrong with a moment of receipt, beside the refusal above the form.</summary>
internal static class ReceiptFields
{
    private static readonly string[] AboutTheMoment = [CaseClocks.TooEarlyCode, "received-later", "notice-later", "notice-received"];

    public static void MarkMoment(this PageModel page, IReadOnlyList<Refusal> refusals)
    {
        foreach (var refusal in refusals.Where(refusal => AboutTheMoment.Contains(refusal.Code, StringComparer.Ordinal)))
        {
            page.ModelState.AddModelError("Form.ReceivedAtUtc", refusal.Message);
        }
    }
}
