using LegalAid.Rules.Registry;
using LegalAid.Web.Parts.Exports;

namespace LegalAid.Web.Features.Registry;

/// <summary>The people list as a workbook: what the page shows, and no number or address it masks.</summary>
internal static class PeopleColumns
{
    public static IReadOnlyList<ExportColumn<PersonRow>> Of(IReadOnlyDictionary<Guid, string> offices, IReadOnlyDictionary<Guid, int> loads, DateOnly today) =>
    [
        new("姓名", row => row.Name),
        new("援助机构", row => offices.GetValueOrDefault(row.OfficeId), 24),
        new("类别", row => RosterAdmission.NameOf(row.Kind), 18),
        new("机构", row => row.Institution, 28),
        new("所在单位", row => row.Employer, 28),
        new("执业证号", row => row.LicenceNumber, 20),
        new("首次执业日期", row => PersonKinds.IsUnlicensed(row.Kind) ? null : row.FirstLicensedOn),
        new("执业年数", row => PersonKinds.IsUnlicensed(row.Kind) ? null : row.YearsOn(today), 10),
        new("服务意向", row => Words.Short(row.Intents), 24),
        new("今天", row => AvailabilityWords.Of(row.Availability).Word),
        new("在办件数", row => loads.GetValueOrDefault(row.Id), 10),
    ];
}
