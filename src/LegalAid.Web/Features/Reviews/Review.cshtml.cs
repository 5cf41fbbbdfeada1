using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Reviews;

/// <summary>A case as its reviewer reads it: how it went, and nobody's number, phone or address.</summary>
[Authorize(Policy = Policies.Reviewer)]
public sealed class ReviewModel(AidDb db, CurrentOfficer officer) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public CaseRow Case { get; private set; } = null!;

    public IReadOnlyList<AssignmentRow> Assignments { get; private set; } = [];

    public IReadOnlyList<TimelineRow> Timeline { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await CaseAsync(ct) is not { } found)
        {
            return NotFound();
        }

        Case = found;
        Assignments = await (
            from a in db.Assignments.AsNoTracking()
            where a.CaseId == found.Id && !AssignmentStatuses.Undone.Contains(a.Status)
            join i in db.Institutions on a.InstitutionId equals i.Id
            select new AssignmentRow(i.Name, a.ProposedAtUtc, a.NamedAtUtc, a.NoticeNumber, a.Handlers.Select(h => h.Membership.RosterName ?? h.Membership.Person.Name).ToList())).ToListAsync(ct);
        Timeline = await db.Journal.AsNoTracking().Where(line => line.SubjectId == found.Id).OrderByDescending(line => line.AtUtc).ThenBy(line => line.Id)
            .Select(line => new TimelineRow(line.AtUtc, line.Act, db.Users.Where(u => u.Id == line.OfficerId).Select(u => u.DisplayName).FirstOrDefault())).ToListAsync(ct);
        return Page();
    }

    private Task<CaseRow?> CaseAsync(CancellationToken ct) => (
        from r in db.CaseReviews.AsNoTracking()
        where r.Id == Id && r.ReviewerId == officer.Id && r.TakenBackAtUtc == null
        join c in db.Cases on r.CaseId equals c.Id
        select new CaseRow(
            c.Id, c.Number, c.Cause, c.Source, c.Kind, c.Stage, c.Headcount, c.Flags, c.ReceivedAtUtc, c.DecidedAtUtc, c.StatutoryDueAtUtc, r.DueOn,
            c.Parties.OrderBy(p => p.Order).Select(p => new PartyName(p.Role, p.Name)).ToList())).SingleOrDefaultAsync(ct);

    /// <summary>What a reviewer learns of the case.</summary>
    public sealed record CaseRow(
        Guid Id, string Number, string Cause, CaseSource Source, CaseKind Kind, CaseStage Stage, int Headcount, CaseFlags Flags,
        DateTime ReceivedAtUtc, DateTime? DecidedAtUtc, DateTime? StatutoryDueAtUtc, DateOnly DueOn, List<PartyName> Parties);

    /// <summary>A party, by name alone.</summary>
    public sealed record PartyName(PartyRole Role, string Name);

    /// <summary>Who handled it, and when they were named.</summary>
    public sealed record AssignmentRow(string Institution, DateTime ProposedAtUtc, DateTime? NamedAtUtc, string? NoticeNumber, List<string> Handlers);

    /// <summary>One act, without its reason: reasons are free text and may name people.</summary>
    public sealed record TimelineRow(DateTime AtUtc, Act Act, string? Who);
}
