using LegalAid.Rules.Registry;
using LegalAid.Store;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>What is recorded ahead of one member, and what was not done and nobody took note of.</summary>
public sealed record PlannedChangesShown(IReadOnlyList<PlannedChangeRow> Rows, bool MayAct);

/// <summary>已登记、尚未生效: on the member's record, and on the member's own page.</summary>
public sealed class PlannedOfMemberViewComponent(AidDb db) : ViewComponent
{
    private const int Most = 4;

    /// <param name="memberId">Of whom.</param>
    /// <param name="mayAct">The centre looks, who may withdraw it or take note.</param>
    public async Task<IViewComponentResult> InvokeAsync(Guid memberId, bool mayAct)
    {
        var shown = db.PlannedChanges.AsNoTracking().Where(c => c.MembershipId == memberId && (c.Status == PlannedChangeStatus.Pending || (mayAct && c.Status == PlannedChangeStatus.Failed && c.NotedAtUtc == null)));
        var rows = await PlannedChangeRow.Of(db, shown).Take(Most).ToListAsync(HttpContext.RequestAborted);
        return rows.Count == 0 ? Content(string.Empty) : View("/Features/Registry/Leaving/_PlannedOfMember.cshtml", new PlannedChangesShown(rows, mayAct));
    }
}
