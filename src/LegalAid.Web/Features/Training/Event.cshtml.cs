using LegalAid.Store;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>One training: who was invited and came; the centre signs people in by hand, or cancels it.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class EventModel(AidDb db, CorpsInvitees corps, SignInByHand signIn, VerifySignIn verify, CancelTraining cancel, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    private const int PageSize = 50;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty]
    public ByHandForm Form { get; set; } = new();

    [BindProperty]
    public CancelForm Cancelling { get; set; } = new();

    [BindProperty]
    public VerifyForm Verifying { get; set; } = new();

    public TrainingEvent Training { get; private set; } = null!;

    public IReadOnlyList<AttendanceRow> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];

    public IReadOnlyList<GroupCount> Groups { get; private set; } = [];

    public int Total => Groups.Sum(g => g.Invited);

    /// <summary>The own book has a corps and the office is the prefecture's (QDN-4.5a).</summary>
    public bool HasCorps { get; private set; }

    public bool MayInvite => MayWrite && Training.CancelledAtUtc is null && clock.UtcNow < Training.EndsAtUtc;

    public DateTime NowUtc => clock.UtcNow;

    public bool MayWrite => officer.Role is Roles.Clerk or Roles.Director;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.TrainingEvents.AsNoTracking().SingleOrDefaultAsync(t => t.Id == Id, ct) is not { } training)
        {
            return false;
        }

        Training = training;
        var invited = db.TrainingAttendances.AsNoTracking().Where(a => a.EventId == Id);
        Groups = await GroupCounts.OfAsync(invited, ct);
        Rows = await AttendanceRow.Of(AttendanceRow.InOrder(invited).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize)).ToListAsync(ct);
        Members = MayWrite ? [.. await GuestsAsync(ct), .. await MembersAsync(ct)] : [];
        HasCorps = await corps.IsHereAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Form));
        return !MayWrite ? Forbid()
            : ModelState.IsValid ? await this.AnswerAsync(await signIn.RunAsync(Id, Form, ct), _ => this.Done("已补登签到。", RedirectToPage(new { Id })), ct)
            : await this.MalformedAsync(ct);
    }

    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Verifying));
        return !MayWrite ? Forbid()
            : ModelState.IsValid
                ? await this.AnswerAsync(await verify.RunAsync(Id, Verifying.AttendanceId!.Value, Verifying.WasThere!.Value, ct), made => this.Done(made.SignedInAtUtc is null ? "没有认可这次签到。" : "已确认签到。", RedirectToPage(new { Id })), ct)
                : await this.MalformedAsync(ct);
    }

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Cancelling));
        return !MayWrite ? Forbid()
            : ModelState.IsValid ? await this.AnswerAsync(await cancel.RunAsync(Id, Cancelling.Reason, ct), _ => this.Done("已取消培训。", RedirectToPage(new { Id })), ct)
            : await this.MalformedAsync(ct);
    }

    private Task<List<SelectListItem>> MembersAsync(CancellationToken ct) => db.Memberships.AsNoTracking()
        .Where(m => (m.LeftOn == null || m.LeftOn > clock.Today) && !db.TrainingAttendances.Any(a => a.EventId == Id && a.MembershipId == m.Id && a.SignedInAtUtc != null))
        .OrderBy(m => m.Institution.Name).ThenBy(m => m.RosterName ?? m.Person.Name).ThenBy(m => m.Id)
        .Select(m => new SelectListItem((m.RosterName ?? m.Person.Name) + "（" + m.Institution.Name + "）", m.Id.ToString())).ToListAsync(ct);

    private Task<List<SelectListItem>> GuestsAsync(CancellationToken ct) => db.TrainingAttendances.AsNoTracking()
        .Where(a => a.EventId == Id && a.GuestName != null && a.SignedInAtUtc == null)
        .OrderBy(a => a.GuestUnit).ThenBy(a => a.GuestName).ThenBy(a => a.Id)
        .Select(a => new SelectListItem(a.GuestName + "（" + a.GuestUnit + "）", a.Id.ToString())).ToListAsync(ct);
}
