namespace LegalAid.Store.Offices;

/// <summary>What a rule-book folder says of its office: names, district, document prefix and how to reach it. A new deployment starts from it.</summary>
/// <param name="Counties">The offices below it that follow its books; only a prefecture or city has them.</param>
public sealed record OfficeProfile(
    string Code,
    string Name,
    string BureauName,
    string District,
    string DocumentPrefix,
    string? Address = null,
    string? Phone = null,
    IReadOnlyList<OfficeProfile>? Counties = null);
