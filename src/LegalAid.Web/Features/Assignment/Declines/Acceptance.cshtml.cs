using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Declines;

/// <summary>接受指派: a new case of the person the turn fell to; opening it serves it, and the person accepts or declines.</summary>
[Authorize(Policy = Policies.Receivers)]
public sealed class AcceptanceModel(AidDb db, DeclineFactsReader reader, AcceptAssignment accept, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public AssignmentRow Row { get; private set; } = null!;

    public CaseBrief Brief { get; private set; } = null!;

    public DateTime? ServedAtUtc { get; private set; }

    public DateTime? AcceptedAtUtc { get; private set; }

    public bool AwaitsRuling { get; private set; }

    /// <summary>Why it cannot be declined any more; null when it can.</summary>
    public Refusal? WhyNotDecline { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var found = await reader.Own().AsNoTracking().SingleOrDefaultAsync(a => a.Id == Id && a.MembershipId != null && !AssignmentStatuses.Undone.Contains(a.Status), ct);
        if (found is null)
        {
            return false;
        }

        Row = await AssignmentRow.Of(db, Id).SingleAsync(ct);
        Brief = await CaseBrief.ReadAsync(db, found.CaseId, ct);
        var moments = await db.Receptions.AsNoTracking().Where(r => r.AssignmentId == Id).Select(r => new { r.Kind, r.AtUtc }).ToListAsync(ct);
        ServedAtUtc = moments.Find(r => r.Kind == ReceptionKind.Served)?.AtUtc;
        AcceptedAtUtc = moments.Find(r => r.Kind == ReceptionKind.Accepted)?.AtUtc;
        AwaitsRuling = found.AwaitsRuling;
        WhyNotDecline = (await reader.ReadAsync(found, hasEvidence: true, ct)).WhyNot;
        return true;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) && ServedAtUtc is null && !Request.IsPrefetch())
        {
            await Receptions.ServeAsync(db, Row.CaseId, officer.Receiver, clock.UtcNow, ct);
        }

        return await this.ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await this.AnswerAsync(await accept.RunAsync(Id, ct), assignment => this.Done("已接受指派。", Redirect($"/cases/{assignment.CaseId}")), ct);
}
