using LegalAid.Rules.Conduct;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>清退: what waits for the head first, then the latest.</summary>
[Authorize(Policy = Policies.Office)]
[ReadsByPost]
public sealed class RemovalsModel(AidDb db, ListExports exports, RemovalBar bar, CurrentOfficer officer) : PageModel
{
    private const int PageSize = 50;

    private static readonly IReadOnlyList<ExportColumn<RemovalRow>> Columns =
    [
        new("姓名", row => row.Name), new("机构", row => row.Institution, 28), new("事由", row => LeavingWords.Of(row.Proposal.Ground), 26), new("提出", row => ExportCells.Moment(row.Proposal.ProposedAtUtc), 18),
        new("状态", row => LeavingWords.Of(row.Status).Word), new("决定书", row => row.Proposal.Number, 22), new("送达本人", row => row.Proposal.PersonServedOn), new("送达单位", row => row.Proposal.InstitutionServedOn),
    ];

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<RemovalRow> Rows { get; private set; } = [];

    private RemovalRules? rules;

    public bool MayRead => officer.Role is Roles.Clerk or Roles.Director;

    public async Task OnGetAsync(CancellationToken ct)
    {
        rules = await bar.RulesAsync(ct);
        Total = await db.RemovalProposals.CountAsync(ct);
        Rows = await RemovalRow.Of(db, db.RemovalProposals).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public bool IsServed(RemovalProposal proposal) => Removals.IsServed(proposal.PersonServedOn, proposal.InstitutionServedOn, rules);

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("清退", RemovalRow.Of(db, db.RemovalProposals), Columns, ct), ct);
}
