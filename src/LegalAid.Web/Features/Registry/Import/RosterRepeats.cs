using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Registry;

/// <summary>The same person or licence twice in one roster: the first good row stands; a later one is told, never silently preferred.</summary>
internal static class RosterRepeats
{
    public static List<RosterRow> Told(List<RosterRow> rows, HeadedList list)
    {
        var people = new Dictionary<string, int>(StringComparer.Ordinal);
        var licences = new Dictionary<string, int>(StringComparer.Ordinal);
        return rows.ConvertAll(row =>
        {
            if (row.Person is not { } person)
            {
                return row;
            }

            if (people.TryGetValue(person.Identity.Value, out var same))
            {
                return row.With(At(list, row, RosterColumns.Identity, person.Identity.Masked, $"与第 {same} 行是同一人（身份证号相同），只采用第 {same} 行"));
            }

            if (licences.TryGetValue(person.Licence.Value, out var holder))
            {
                return row.With(At(list, row, RosterColumns.Licence, person.Licence.Value, $"执业证号与第 {holder} 行相同，请核对"));
            }

            people[person.Identity.Value] = licences[person.Licence.Value] = row.Number;
            return row;
        });
    }

    private static RowFault At(HeadedList list, RosterRow row, ListColumn column, string shown, string reason) =>
        RowFault.At(list, row.Number, column, shown, reason);
}
