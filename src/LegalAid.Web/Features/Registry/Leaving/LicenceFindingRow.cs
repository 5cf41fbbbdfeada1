namespace LegalAid.Web.Features.Registry;

/// <summary>Somebody found by a licence check, before or after it was recorded; without a state the list does not name them.</summary>
public sealed record LicenceFindingRow(Guid MembershipId, string Name, string Institution, string? State, DateTime? ReportedAtUtc, bool ReportedLate);

/// <summary>Findings as the preview and the record show them; what may be done about them only once they are recorded.</summary>
public sealed record LicenceFindingRows(IReadOnlyList<LicenceFindingRow> Rows, bool OffersActs, bool KnowsRemoval);
