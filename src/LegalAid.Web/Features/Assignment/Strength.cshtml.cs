using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Assignment;

/// <summary>承办力量检视: whether anybody could take each kind of case, before it arrives.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class StrengthModel(StrengthReader reader, CurrentOfficer officer) : PageModel
{
    public IReadOnlyList<StrengthRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = await reader.ReadAsync(officer.OfficeId, ct);
}
