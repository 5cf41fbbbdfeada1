using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Home;

/// <summary>待办: what needs this officer now, the nearest deadline first, and why.</summary>
public sealed class IndexModel(AidDb db, CurrentOfficer officer, OfficeBooks books, OfficeClock clock) : PageModel
{
    private const int Shown = 30;

    public IReadOnlyList<TodoItem> Items { get; private set; } = [];

    public int Total { get; private set; }

    public DateTime NowUtc => clock.UtcNow;

    public string TodayText => Show.FullDay(clock.Today);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var statuses = WaitingFor(officer.Role);
        var (isDirector, isBureau) = (officer.Role == Roles.Director, officer.Role == Roles.Bureau);
        var cases =
            from c in db.Cases.AsNoTracking().VisibleTo(db, officer)
            where statuses.Contains(c.Status)
            from a in db.Assignments.Where(a => a.CaseId == c.Id && !AssignmentStatuses.Undone.Contains(a.Status)).DefaultIfEmpty()
            where c.Status != CaseStatus.Proposed
                || (a.DecidingBody == DecidingBody.CentreDirector ? isDirector && a.ProposedById != officer.Id : isBureau == (a.ReportNumber != null))
            where c.Status != CaseStatus.HandlerNamed || (c.Source == CaseSource.Notification && a.ReceiptAtUtc == null) || officer.Role == Roles.Practitioner
            select new { c.Id, c.Number, c.Cause, c.Status, c.Source, c.Kind, c.NextDueAtUtc, AssignmentId = a == null ? (Guid?)null : a.Id, Replied = a != null && a.ReplyNumber != null, Body = a == null ? (DecidingBody?)null : a.DecidingBody, Discussed = a != null && a.DiscussedAtUtc != null, Reported = a != null && a.ReportNumber != null };
        Total = await cases.CountAsync(ct);
        var found = await cases.OrderBy(c => c.NextDueAtUtc == null).ThenBy(c => c.NextDueAtUtc).ThenBy(c => c.Number).Take(Shown).ToListAsync(ct);
        var rules = (await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).Assignment;
        Items = [.. found.Select(c => TodoItem.For(new(c.Id, c.Number, c.Cause, c.Status, c.Kind, c.NextDueAtUtc, c.AssignmentId, c.Replied, c.Body is { } body ? ProposalStages.Of(body, c.Discussed, c.Reported) : null), officer.Role, rules))];
    }

    private static CaseStatus[] WaitingFor(string role) => role switch
    {
        Roles.Clerk => [CaseStatus.UnderExamination, CaseStatus.AwaitingAssignment, CaseStatus.Proposed, CaseStatus.HandlerNamed],
        Roles.Director => [CaseStatus.Proposed, CaseStatus.UnderExamination, CaseStatus.AwaitingAssignment],
        Roles.FirmAdministrator => [CaseStatus.Assigned],
        Roles.Practitioner => [CaseStatus.HandlerNamed],
        Roles.Bureau => [CaseStatus.Proposed],
        Roles.Administrator or Roles.Auditor => [],
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}
