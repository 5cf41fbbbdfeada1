using LegalAid.Store;
using LegalAid.Store.Disclosure;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Disclosure;

/// <summary>公开名单: publishing the year's, and what people said of it (WZ-8.3).</summary>
[Authorize(Policy = Policies.Office)]
public sealed class ListsModel(AidDb db, PublishList publish, AnswerFeedback answer, OfficeBooks books, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty]
    public Guid FeedbackId { get; set; }

    [BindProperty]
    public AnswerForm Form { get; set; } = new();

    public string Code { get; private set; } = "";

    public bool Publishes { get; private set; }

    public int Listed { get; private set; }

    public int Consenting { get; private set; }

    public IReadOnlyList<PublicationRow> Publications { get; private set; } = [];

    public int Total { get; private set; }

    public IReadOnlyList<Row> Feedback { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public bool IsHead => officer.Role == Roles.Director;

    public bool MayAnswer => officer.Role is Roles.Clerk or Roles.Director;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        Code = await db.Offices.Where(o => o.Id == officer.OfficeId).Select(o => o.Code).SingleAsync(ct);
        Publishes = (await books.InForceOnAsync(officer.OfficeId, Today, ct)).Disclosure?.Roster is not null;
        var listed = ListedMembers.On(db, Today);
        (Listed, Consenting) = (await listed.CountAsync(ct), await listed.CountAsync(m => m.ListConsentOn != null, ct));
        Publications = await db.ListPublications.AsNoTracking().OrderByDescending(p => p.PublishedOn).Take(10).Select(p => new PublicationRow(p.Id, p.Year, p.PublishedOn, p.DueAtUtc, p.Rows)).ToListAsync(ct);
        Total = await db.ListFeedback.CountAsync(ct);
        Feedback = MayAnswer ? await FeedbackAsync(ct) : [];
        return true;
    }

    // What people write is opened for the centre alone, which deals with it.
    private async Task<List<Row>> FeedbackAsync(CancellationToken ct) =>
        [.. (await db.ListFeedback.AsNoTracking().OrderBy(f => f.AnsweredAtUtc != null).ThenByDescending(f => f.ReceivedAtUtc).ThenBy(f => f.Id).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize)
            .Select(f => new { f.Id, f.ReceivedAtUtc, f.Said, HasPhone = f.Phone != null, f.Answer, Who = db.Users.Where(u => u.Id == f.AnsweredById).Select(u => u.DisplayName).FirstOrDefault() }).ToListAsync(ct))
            .Select(f => new Row(f.Id, f.ReceivedAtUtc, cipher.Open(f.Said), f.HasPhone, f.Answer, f.Who))];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken ct) =>
        IsHead ? await this.AnswerAsync(await publish.RunAsync(ct), made => this.Done($"已公布，名单 {made.Rows} 人。", RedirectToPage()), ct) : Forbid();

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken ct)
    {
        if (!MayAnswer)
        {
            return Forbid();
        }

        ModelState.ForgetAllBut(nameof(Form));
        return ModelState.IsValid
            ? await this.AnswerAsync(await answer.RunAsync(FeedbackId, Form.Answer.Trim(), ct), _ => this.Done("答复已登记。", RedirectToPage()), ct)
            : await this.MalformedAsync(ct);
    }

    /// <summary>What somebody said of the list.</summary>
    public sealed record Row(Guid Id, DateTime ReceivedAtUtc, string Said, bool HasPhone, string? Answer, string? AnsweredBy);
}
