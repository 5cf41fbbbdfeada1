namespace LegalAid.Store.Offices;

/// <summary>What a rule-book folder says of its office: names, district, document prefix and how to reach it. A new deployment starts from it.</summary>
public sealed record OfficeProfile(string Code, string Name, string BureauName, string District, string DocumentPrefix, string Address, string Phone);
