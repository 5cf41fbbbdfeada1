using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>答复请假: what is asked for, what the member has to do in those days, and how many are left then.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class LeaveRecordModel(AidDb db, RunningMatters running, PresenceReader presence, OfficeBooks books, AnswerLeave answer, CurrentOfficer officer, OfficeClock clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public LeaveAnswerForm Form { get; set; } = new();

    public LeaveRow Row { get; private set; } = null!;

    public IReadOnlyList<RunningMatter> Running { get; private set; } = [];

    public IReadOnlyList<InvitedTraining> Trainings { get; private set; } = [];

    /// <summary>The day of those asked for with fewest people; this member is counted while nobody has agreed.</summary>
    public DayPresence Fewest { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    public bool MayAnswer => Row.Status == LeaveStatus.Waiting;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await LeaveRow.Of(db, db.LeaveRequests.Where(r => r.Id == Id)).SingleOrDefaultAsync(ct) is not { } row)
        {
            return false;
        }

        Row = row;
        Running = await running.OfMemberAsync(row.MembershipId, ct);
        var (from, until) = (OfficeClock.ToUtc(row.FirstDay.ToDateTime(TimeOnly.MinValue)), OfficeClock.ToUtc(row.LastDay.AddDays(1).ToDateTime(TimeOnly.MinValue)));
        Trainings = await db.TrainingAttendances.AsNoTracking()
            .Where(a => a.MembershipId == row.MembershipId && a.Event.CancelledAtUtc == null && a.Event.StartsAtUtc < until && a.Event.EndsAtUtc > from)
            .OrderBy(a => a.Event.StartsAtUtc).ThenBy(a => a.Id).Select(a => new InvitedTraining(a.EventId, a.Event.Title, a.Event.StartsAtUtc)).ToListAsync(ct);
        var pools = (await books.InForceOnAsync(officer.OfficeId, Today, ct)).Recruitment?.Pools;
        Fewest = (await presence.ReadAsync(new(), pools, new(row.FirstDay, row.LastDay), ct)).MinBy(day => day.Available)!;
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await answer.RunAsync(Id, Form.Agrees!.Value, Form.Note?.Trim(), ct),
                request => this.Done(request.Status == LeaveStatus.Granted ? "已同意，请假期间不再指派。" : "已答复不同意。", RedirectToPage("Leaves")),
                ct)
            : await this.MalformedAsync(ct);

    /// <summary>A training the member is invited to in those days.</summary>
    public sealed record InvitedTraining(Guid Id, string Title, DateTime StartsAtUtc);
}
