using LegalAid.Rules.Assignment;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LegalAid.Web.Features.Fairness;

/// <summary>均衡: what everybody got in a period of a queue beside what they were entitled to, how long they waited, runs, and what choice did to it. For those who answer for it.</summary>
[Authorize(Policy = Policies.Deciders)]
[LooksBelow, ReadsByPost]
public sealed class IndexModel(AidDb db, OfficeNames offices, ListExports exports, OfficeClock clock, CurrentOfficer officer) : PageModel
{
    public const int PageSize = 50;

    private const int YearsBack = 4;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Quarter { get; set; }

    [BindProperty(SupportsGet = true)]
    public QueueKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Office { get; set; }

    public IReadOnlyDictionary<Guid, string> Offices { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Null where the office has no such queue yet.</summary>
    public FairnessReport? Report { get; private set; }

    public int ThisYear => clock.Today.Year;

    public IReadOnlyList<SelectListItem> Years => [.. Enumerable.Range(1, YearsBack).Select(back => new SelectListItem($"{ThisYear - back} 年", $"{ThisYear - back}"))];

    public IReadOnlyList<SelectListItem> Quarters => [.. Enumerable.Range(1, 4).Select(quarter => new SelectListItem($"第 {quarter} 季度", $"{quarter}"))];

    public IReadOnlyList<FairnessRow> Shown => Report is null ? [] : [.. Report.Rows.Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize)];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Offices = await offices.InSightAsync(ct);
        var months = Months();
        var (first, last) = (months[0], months[^1]);
        var period = new FairnessPeriod(
            Office is { } chosen && Offices.ContainsKey(chosen) ? chosen : officer.OfficeId,
            Kind ?? QueueKind.Criminal,
            OfficeClock.ToUtc(new(first.Year, first.Month, 1)),
            OfficeClock.ToUtc(new DateTime(last.Year, last.Month, 1).AddMonths(1)));
        Report = await FairnessSums.ReadAsync(db, period, ct) is { } sums ? FairnessReport.Of(sums, months) : null;
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct)
    {
        await OnGetAsync(ct);
        return await exports.SendAsync(Request, ListToExport.Of("均衡", Report?.Rows ?? [], Columns), ct);
    }

    // A year or a quarter of it; never more.
    private List<MonthOf> Months()
    {
        var year = Year is { } asked && asked >= ThisYear - YearsBack && asked <= ThisYear ? asked : ThisYear;
        return Quarter is >= 1 and <= 4 ? [.. Enumerable.Range((3 * Quarter.Value) - 2, 3).Select(month => new MonthOf(year, month))] : [.. Enumerable.Range(1, 12).Select(month => new MonthOf(year, month))];
    }

    private static readonly IReadOnlyList<ExportColumn<FairnessRow>> Columns =
    [
        new("承办", row => row.Name, 32), new("件数", row => row.Cases, 8), new("所得", row => row.Turns?.GotMillionths / 1_000_000m), new("应得", row => row.Turns?.FairMillionths / 1_000_000m),
        new("偏离", row => row.Turns?.DistanceMillionths / 1_000_000m), new("余额", row => row.BalanceMillionths / 1_000_000m), new("平均等待（轮）", row => (decimal?)row.AverageWait), new("最长等待（轮）", row => row.LongestWait),
        new("现已等待（轮）", row => row.WaitingNow), new("轮候", row => row.ByStep.GetValueOrDefault(OrderStep.Rotation), 8), new("点援", row => row.ByStep.GetValueOrDefault(OrderStep.RecipientWish), 8),
        new("属地", row => row.ByStep.GetValueOrDefault(OrderStep.HelpingInstitution), 8), new("库外", row => row.ByStep.GetValueOrDefault(OrderStep.OutsidePool), 8), new("越序", row => row.LeftOrder, 8),
    ];
}
