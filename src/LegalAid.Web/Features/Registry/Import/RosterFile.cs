using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Registry;

/// <summary>A person as a good roster row tells; what the row leaves empty is null and changes nothing.</summary>
public sealed record RosterPerson(
    string Name,
    string Gender,
    IdentityNumber Identity,
    PractitionerKind Kind,
    InstitutionName Institution,
    LicenceNumber Licence,
    DateOnly FirstLicensedOn,
    PhoneNumber Phone,
    ServiceIntents Intents)
{
    public string? Address { get; init; }

    public string? Education { get; init; }

    public bool? WillingForDuty { get; init; }

    public bool? InCasePool { get; init; }

    public string? Remark { get; init; }
}

/// <summary>A roster row: the person, or every reason why there is none.</summary>
public sealed record RosterRow(int Number, string Name, RosterPerson? Person, IReadOnlyList<RowFault> Faults, IReadOnlyList<RowFault> Notices)
{
    public RosterRow With(RowFault fault) => this with { Person = null, Faults = [.. Faults, fault] };
}

/// <summary>A roster as it was read, before anything in the database is looked at.</summary>
public sealed record RosterFile(HeadedList List, IReadOnlyList<RosterRow> Rows);
