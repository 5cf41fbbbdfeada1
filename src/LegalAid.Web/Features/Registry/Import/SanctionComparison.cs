using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store.Registry;

namespace LegalAid.Web.Features.Registry;

/// <summary>Tells for each sanction whether it is on record already. Taken over it is an official record like one entered by hand, so the next vetting finds it (QJ-2.4b).</summary>
internal sealed class SanctionComparison(IEnumerable<OfficialRecord> standing, Recording by)
{
    private readonly HashSet<(string, OfficialRecordKind, DateOnly, string)> known =
        [.. standing.Select(record => (Convert.ToHexString(record.IdentityIndex), record.Kind, record.EffectiveOn, record.RecordSource))];

    public PlannedEntry Compare(HistoryRow row, Membership member, SanctionTold told) =>
        !known.Add((Convert.ToHexString(member.Person.IdentityIndex), told.Kind, told.EffectiveOn, told.RecordSource)) ? PlannedEntry.Same(row)
        : PlannedEntry.Added(row, new OfficialRecord
        {
            Id = Guid.CreateVersion7(),
            OfficeId = by.OfficeId,
            IdentityIndex = member.Person.IdentityIndex,
            Kind = told.Kind,
            EffectiveOn = told.EffectiveOn,
            Statement = told.Statement,
            RecordSource = told.RecordSource,
            RecordedById = by.OfficerId,
            RecordedAtUtc = by.AtUtc,
        });
}
