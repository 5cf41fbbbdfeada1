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

    /// <summary>Whom a public or company lawyer works for; null of everybody else.</summary>
    public string? Employer { get; init; }

    public string? Remark { get; init; }

    /// <summary>Told by the licence register: services and pools are then what licence and book give to who comes, and change nothing for who is there.</summary>
    public bool FromRegister { get; init; }
}

/// <summary>A roster row: the person, or every reason why there is none.</summary>
public sealed record RosterRow(int Number, string Name, RosterPerson? Person, IReadOnlyList<RowFault> Faults, IReadOnlyList<RowFault> Notices)
{
    /// <summary>The numbers as far as they could be read, of a row with faults too: whoever is named by them is not missing.</summary>
    public (IdentityNumber? Identity, LicenceNumber? Licence) Named { get; init; }

    public RosterRow With(RowFault fault) => this with { Person = null, Faults = [.. Faults, fault] };
}

/// <summary>A roster as it was read, before anything in the database is looked at.</summary>
public sealed record RosterFile(HeadedList List, IReadOnlyList<RosterRow> Rows);
