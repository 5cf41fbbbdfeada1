using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Calendar;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>离岗日历: who is away on which day of a month, and how many are there.</summary>
[Authorize(Policy = Policies.Office)]
[ReadsByPost]
public sealed class CalendarModel(AidDb db, PresenceReader presence, OfficeBooks books, ListExports exports, CurrentOfficer officer, OfficeClock clock) : PageModel
{
    public const int PageSize = 50;

    private static readonly IReadOnlyList<ExportColumn<AwayLine>> Columns =
    [
        new("姓名", row => row.Name), new("机构", row => row.Institution, 28), new("类别", row => RosterAdmission.NameOf(row.Kind), 18), new("事项", row => Absences.NameOf(row.Away), 18),
        new("起日", row => row.FirstDay), new("止日", row => row.LastDay),
    ];

    [BindProperty(SupportsGet = true, Name = "")]
    public CalendarFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public CalendarMonth Month { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    public bool MayAnswer => officer.Role is Roles.Clerk or Roles.Director;

    /// <summary>The office's book tells a duty pool and a case pool apart (WZ-3.1).</summary>
    public bool KnowsPools { get; private set; }

    public WorkCalendar WorkDays { get; private set; } = null!;

    public int Total { get; private set; }

    public IReadOnlyList<AwayRow> Rows { get; private set; } = [];

    public IReadOnlyList<DayPresence> Days { get; private set; } = [];

    /// <summary>Those with fewest people; empty where every day has as many.</summary>
    public IReadOnlyList<DayPresence> Fewest { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Month = CalendarMonth.Named(Filter.Month, Today);
        var pools = (await books.InForceOnAsync(officer.OfficeId, Today, ct)).Recruitment?.Pools;
        KnowsPools = pools is not null;
        WorkDays = await WorkCalendars.FromAsync(db, Month.First, ct);
        Days = await presence.ReadAsync(Filter, pools, Month.Days, ct);
        Fewest = Presence.Fewest(Days);
        var people = CalendarQuery.AwayPeople(db, Filter, Month.Days);
        Total = await people.CountAsync(ct);
        Rows = await CalendarQuery.Rows(people, Month.Days).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct)
    {
        var month = CalendarMonth.Named(Filter.Month, Today);
        return await exports.SendAsync(Request, await ListToExport.OfAsync($"离岗 {month.Key}", CalendarQuery.Lines(db, Filter, month.Days), Columns, ct), ct);
    }
}
