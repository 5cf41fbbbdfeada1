using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Disclosure;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Disclosure;

/// <summary>法律援助人员名单 (WZ-8): for everybody, without a sign-in; found by a part of the name or of what somebody is good at.</summary>
[AllowAnonymous]
[ReadsByPost]
public sealed class PeopleModel(AidDb db, PublicOffice offices, PublicList list) : PageModel
{
    private const int PageSize = 50;

    [FromRoute]
    public string Code { get; set; } = "";

    [FromForm(Name = QueryLink.SearchKey), StringLength(60)]
    public string? Searched { get; set; }

    [BindProperty(SupportsGet = true), StringLength(60)]
    public string? Speciality { get; set; }

    [BindProperty(SupportsGet = true)]
    public PractitionerKind? Kind { get; set; }

    /// <summary>"now": only who may be given a case today.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Available { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Office Office { get; private set; } = null!;

    public IReadOnlyList<RosterField> Fields { get; private set; } = [];

    public IReadOnlyList<string> Specialities { get; private set; } = [];

    public IReadOnlyList<ShownLine> Lines { get; private set; } = [];

    public IReadOnlyList<PublicationRow> Publications { get; private set; } = [];

    public int Total { get; private set; }

    public bool TakesFeedback { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await offices.OpenAsync(Code, ct) is null ? NotFound() : await this.SearchAsync(async token => await LoadAsync(token), ct);

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await offices.OpenAsync(Code, ct) is not { } publishing)
        {
            return false;
        }

        (Office, Fields, TakesFeedback) = (publishing.Office, publishing.Rules.Fields.Value, publishing.Rules.FeedbackTaken.Value);
        var found = list.Found(new(Searched, string.IsNullOrEmpty(Speciality) ? null : Speciality, Kind, Available == "now"), publishing.Book);
        Total = await found.CountAsync(ct);
        Lines = await list.LinesAsync(PublicList.Ordered(found).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize), publishing.Book, ct);
        Specialities = await list.SpecialitiesAsync(ct);
        Publications = await db.ListPublications.AsNoTracking().OrderByDescending(p => p.PublishedOn).Take(10).Select(p => new PublicationRow(p.Id, p.Year, p.PublishedOn, p.DueAtUtc, p.Rows)).ToListAsync(ct);
        return true;
    }
}

/// <summary>A published list of a year.</summary>
public sealed record PublicationRow(Guid Id, int Year, DateOnly PublishedOn, DateTime DueAtUtc, int Rows);
