using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Registry;
using LegalAid.Store.Assignment;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Registry;

/// <summary>An application to leave the pool.</summary>
public sealed class ExitForm
{
    [Required, Display(Name = "事由")]
    public ExitGround? Ground { get; set; }

    [Required, Display(Name = "具体情况"), StringLength(500)]
    public string Reason { get; set; } = "";

    [Display(Name = "自哪一天起不再符合条件")]
    public DateOnly? LostOn { get; set; }

    [Display(Name = "退出申请书"), LargestFile(EvidenceTypes.LargestMegabytes)]
    public IFormFile? Letter { get; set; }

    internal async Task<ExitOrder> OrderAsync(CancellationToken ct) => new(Ground!.Value, Reason.Trim(), LostOn, await Letter.BytesAsync(ct));
}
