using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Search;

/// <summary>查找: one box for people, institutions, cases and letters; each officer finds what the lists would show, and nothing else.</summary>
[Authorize(Policy = Policies.CaseWork)]
[LooksBelow, ReadsByPost]
public sealed class IndexModel(EverythingSearch search, OfficeNames offices) : PageModel
{
    public string? Searched { get; private set; }

    public IReadOnlyDictionary<Guid, string> Offices { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<FoundGroup> Groups { get; private set; } = [];

    public void OnGet()
    {
        // The box alone: what is searched for stands in no address.
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => this.SearchAsync(LoadAsync, ct);

    private async Task LoadAsync(CancellationToken ct)
    {
        Searched = QueryLink.Searched(Request)!;
        Offices = await offices.InSightAsync(ct);
        Groups = await search.FindAsync(Searched, ct);
    }
}
