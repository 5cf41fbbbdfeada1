using LegalAid.Rules.Registry;
using LegalAid.Store.Registry;

namespace LegalAid.Web.Features.Registry;

/// <summary>Tells for each row of figures whether it adds, puts right or repeats what was brought along before. A correction never touches the earlier row.</summary>
internal sealed class FigureComparison(IEnumerable<BroughtForward> standing, Recording by)
{
    private readonly Dictionary<(Guid, BroughtForwardKind, DateOnly), BroughtForward> known = standing.ToDictionary(figure => (figure.MembershipId, figure.Kind, figure.PeriodFrom));
    private readonly HashSet<(Guid, BroughtForwardKind)> told = [];

    public PlannedEntry Compare(HistoryRow row, Membership member, FiguresTold figures)
    {
        if (!told.Add((member.Id, figures.Figures[0].Kind)))
        {
            return PlannedEntry.Refused(row, HistoryColumns.Licence, member.LicenceNumber, "同一人在本表里出现了两次，只采用前一行");
        }

        var beside = figures.Figures.Select(figure => (figure.Kind, figure.Amount, Known: known.GetValueOrDefault((member.Id, figure.Kind, BroughtForwardFigures.PeriodOf(figure.Kind, figures.AsOf))))).ToList();
        if (beside.Select(figure => figure.Known).FirstOrDefault(earlier => earlier?.AsOf > figures.AsOf) is { } newer)
        {
            return PlannedEntry.Refused(row, HistoryColumns.FiguresAsOf, $"{figures.AsOf:yyyy-MM-dd}", $"已采用截至 {newer.AsOf:yyyy-MM-dd} 的数，比本行新，没有采用");
        }

        var differing = beside.FindAll(figure => figure.Known is not { } earlier || earlier.Amount != figure.Amount || earlier.AsOf != figures.AsOf);
        var changes = differing.Where(figure => figure.Known is not null).Select(figure => Told(figure.Known!, figure.Amount, figures.AsOf)).ToList();
        return new(
            row,
            differing.Count == 0 ? RowFate.Unchanged : changes.Count > 0 ? RowFate.Changed : RowFate.Added,
            [.. differing.Select(figure => New(member, (figure.Kind, figure.Amount), figures.AsOf, figure.Known))],
            changes);
    }

    // The new row is the change; the earlier one stays as it is.
    private static FieldChange Told(BroughtForward earlier, long amount, DateOnly asOf) => new(
        $"{earlier.Kind}",
        BroughtForwardFigures.NameOf(earlier.Kind),
        $"{BroughtForwardFigures.Shown(earlier.Kind, earlier.Amount)}（截至 {earlier.AsOf:yyyy-MM-dd}）",
        $"{BroughtForwardFigures.Shown(earlier.Kind, amount)}（截至 {asOf:yyyy-MM-dd}）",
        () => { });

    private BroughtForward New(Membership member, (BroughtForwardKind Kind, long Amount) figure, DateOnly asOf, BroughtForward? earlier) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = by.OfficeId,
        MembershipId = member.Id,
        Kind = figure.Kind,
        PeriodFrom = BroughtForwardFigures.PeriodOf(figure.Kind, asOf),
        AsOf = asOf,
        Amount = figure.Amount,
        ReplacesId = earlier?.Id,
        UploadId = by.UploadId,
        RecordedById = by.OfficerId,
        RecordedAtUtc = by.AtUtc,
    };
}
