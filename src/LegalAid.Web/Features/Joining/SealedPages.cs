using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>The page with the institution's seal (盖章页), where the book asks for one (QJ-F.6): without it nothing is endorsed and nothing goes to the centre.</summary>
internal static class SealedPages
{
    public static async Task<List<Refusal>> WhyMissingAsync(AidDb db, IReadOnlyCollection<HeldApplication> chosen, CancellationToken ct)
    {
        var asked = chosen.Where(held => ApplicationRules.SealOf(held.Rules) is not null).ToDictionary(held => held.Application.Id);
        var ids = asked.Keys.ToList();
        var there = await db.ApplicationPapers.Where(p => ids.Contains(p.ApplicationId) && p.Kind == ApplicationPaperKind.Endorsement && p.ReplacedAtUtc == null).Select(p => p.ApplicationId).ToListAsync(ct);
        return [.. asked.Values.Where(held => !there.Contains(held.Application.Id))
            .Select(held => new Refusal("seal-missing", $"{held.Application.Name}：请上传所在单位盖章页，扫描件或者照片。", [ApplicationRules.SealOf(held.Rules)!.Clause]))];
    }
}
