using LegalAid.Rules.Common;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>One training of the own: signing in, saying why not, making up.</summary>
[Authorize(Policy = Policies.Trainees)]
public sealed class AttendModel(OwnAttendances own, SignInToTraining signIn, ExplainAbsence explain, SendMakeUp makeUp, AttendElsewhere elsewhere, OfficeClock clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public SignInCodeForm Form { get; set; } = new();

    [BindProperty]
    public AbsenceForm Absence { get; set; } = new();

    [BindProperty]
    public MakeUpForm MakeUp { get; set; } = new();

    public TrainingAttendance Attendance { get; private set; } = null!;

    public (string Word, Tone Tone) State => TrainingWords.Of(Attending.StateOf(Facts, clock.UtcNow));

    public bool MaySignIn => Attending.WhyNotSignIn(Facts, clock.UtcNow, clock.UtcNow, Attendance.WrongCodes) is null || Attending.WhyNotSignIn(Facts, Attendance.Event.EndsAtUtc, clock.UtcNow, Attendance.WrongCodes) is null;

    public int LateMinutes => Attendance.SignedInAtUtc is { } at ? Attending.LateMinutes(Attendance.Event.StartsAtUtc, at) : 0;

    /// <summary>It is the prefecture's, to which it invited the corps.</summary>
    public bool FromPrefecture => elsewhere.Is(Attendance);

    public DateTime NowUtc => clock.UtcNow;

    public bool IsOver => Attendance.Event.EndsAtUtc <= clock.UtcNow;

    public Refusal? WhyNotMakeUp => Attending.WhyNotMakeUp(Facts, clock.UtcNow);

    private AttendanceFacts Facts => Attendance.FactsOf(Attendance.Event);

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await own.Standing().AsNoTracking().SingleOrDefaultAsync(a => a.EventId == Id, ct) is not { } found)
        {
            return false;
        }

        Attendance = found;
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Form));
        return ModelState.IsValid
            ? await this.AnswerAsync(await signIn.RunAsync(Id, Form.Code.Trim(), Form.TypedAtUtc, ct), made => this.Done(made.SignedInAtUtc is null ? "已提交签到，待中心核实。" : "已签到。", RedirectToPage(new { Id })), ct)
            : await this.MalformedAsync(ct);
    }

    public async Task<IActionResult> OnPostExplainAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Absence));
        return ModelState.IsValid
            ? await this.AnswerAsync(await explain.RunAsync(Id, Absence.Reason, ct), _ => this.Done("已提交缺训原因。", RedirectToPage(new { Id })), ct)
            : await this.MalformedAsync(ct);
    }

    public async Task<IActionResult> OnPostMakeUpAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(MakeUp));
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        return await this.AnswerAsync(await makeUp.RunAsync(Id, (await MakeUp.Proof.BytesAsync(ct))!, ct), _ => this.Done("已提交补课材料，待中心确认。", RedirectToPage(new { Id })), ct);
    }
}
