using LegalAid.Store;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>疑似重复人员: pairs of records that may be one human's.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class CandidatesModel(AidDb db, CurrentOfficer officer) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<MergeCandidate> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var pairs = MergeCandidates.Of(db, officer.OfficeId);
        Total = await pairs.CountAsync(ct);
        Rows = await pairs.Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }
}
