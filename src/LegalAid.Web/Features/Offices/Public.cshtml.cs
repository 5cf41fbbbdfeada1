using LegalAid.Store;
using LegalAid.Store.Rulebooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Offices;

/// <summary>各法律援助中心: the pages of each office that are open to everybody, without a sign-in.</summary>
[AllowAnonymous]
public sealed class PublicModel(AidDb db, RuleBooks books, OfficeClock clock) : PageModel
{
    public IReadOnlyList<PublicOfficeRow> Offices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var offices = await db.Offices.AsNoTracking().OrderBy(o => o.ParentId != null).ThenBy(o => o.Code).ToListAsync(ct);
        Offices = offices.ConvertAll(office =>
        {
            var roster = books.Find(office.BookCode, clock.Today)?.Disclosure?.Roster;
            return new PublicOfficeRow(office.Code, office.Name, office.ContactLine, roster is not null, roster?.FeedbackTaken.Value == true);
        });
    }
}

/// <summary>An office and which of its public pages there are by its book.</summary>
public sealed record PublicOfficeRow(string Code, string Name, string? ContactLine, bool PublishesPeople, bool TakesFeedback);
