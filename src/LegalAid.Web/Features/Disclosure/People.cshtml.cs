using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Disclosure;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Disclosure;

/// <summary>法律援助人员名单 (WZ-8): for everybody, without a sign-in.</summary>
[AllowAnonymous]
public sealed class PeopleModel(AidDb db, PublicOffice offices, PublicList list, TakeFeedback take) : PageModel, IFormPage
{
    private const int PageSize = 50;

    [FromRoute]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true), StringLength(60)]
    public string? Speciality { get; set; }

    [BindProperty(SupportsGet = true)]
    public PractitionerKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty]
    public FeedbackForm Form { get; set; } = new();

    public Office Office { get; private set; } = null!;

    public IReadOnlyList<RosterField> Fields { get; private set; } = [];

    public IReadOnlyList<string> Specialities { get; private set; } = [];

    public IReadOnlyList<ListLine> Lines { get; private set; } = [];

    public IReadOnlyList<PublicationRow> Publications { get; private set; } = [];

    public int Total { get; private set; }

    public bool TakesFeedback { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await offices.OpenAsync(Code, ct) is not { } publishing)
        {
            return false;
        }

        (Office, Fields, TakesFeedback) = (publishing.Office, publishing.Rules.Fields.Value, publishing.Rules.FeedbackTaken.Value);
        var found = list.Found(new(string.IsNullOrEmpty(Speciality) ? null : Speciality, Kind));
        Total = await found.CountAsync(ct);
        Lines = await list.LinesAsync(PublicList.Ordered(found).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize), publishing.Rules, ct);
        Specialities = await list.SpecialitiesAsync(ct);
        Publications = await db.ListPublications.AsNoTracking().OrderByDescending(p => p.PublishedOn).Take(10).Select(p => new PublicationRow(p.Id, p.Year, p.PublishedOn, p.DueAtUtc, p.Rows)).ToListAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Form));
        return ModelState.IsValid
            ? await this.AnswerAsync(await take.RunAsync(Code, Form.Said.Trim(), Form.Phone?.Trim(), ct), _ => this.Done("意见已收到，本中心登记后处理。", RedirectToPage(new { Code })), ct)
            : await this.MalformedAsync(ct);
    }
}

/// <summary>A published list of a year.</summary>
public sealed record PublicationRow(Guid Id, int Year, DateOnly PublishedOn, DateTime DueAtUtc, int Rows);

/// <summary>What somebody tells the office.</summary>
public sealed class FeedbackForm
{
    [Required, Display(Name = "意见"), StringLength(1000)]
    public string Said { get; set; } = "";

    [Display(Name = "联系电话"), StringLength(30)]
    public string? Phone { get; set; }
}
