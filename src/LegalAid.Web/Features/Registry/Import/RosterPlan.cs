using LegalAid.Rules.Registry;
using LegalAid.Store.Registry;

namespace LegalAid.Web.Features.Registry;

/// <summary>What an import would do with a row.</summary>
public enum RowFate
{
    Added = 1,
    Changed,
    Unchanged,
    Refused,

    /// <summary>Good, but at an institution nobody has been asked about yet.</summary>
    Awaiting,
}

/// <summary>A value that differs from what is stored, both masked where personal.</summary>
public sealed record FieldChange(string Field, string Label, string Before, string After, Action Apply);

/// <summary>A good row's person beside what the database holds of them.</summary>
public sealed record PlannedPerson(RosterPerson Told, Institution Institution, Person? Person, Membership? Known, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>The institution is new and waits for the clerk's word that it practises in the district.</summary>
    public bool AwaitsInstitution { get; init; }

    public RowFate Fate => AwaitsInstitution ? RowFate.Awaiting : Known is null ? RowFate.Added : Changes.Count > 0 ? RowFate.Changed : RowFate.Unchanged;
}

/// <summary>A roster row compared with the database; without a person it is refused.</summary>
public sealed record PlannedRow(RosterRow Row, PlannedPerson? Person)
{
    public RowFate Fate => Person?.Fate ?? RowFate.Refused;
}

/// <summary>
/// An institution the program does not know yet. It is created only when the clerk confirms that it practises in the office's district (BB-2.3);
/// whatever its name looks like, nobody confirms for the clerk. One already known keeps its district.
/// </summary>
public sealed record NewInstitution(InstitutionName Name, int People, string? WhyElsewhere, bool Confirmed);

/// <summary>Somebody on the office's roster whom the licence register does not name.</summary>
public sealed record MissingMember(Guid Id, string Name, PractitionerKind Kind, string Institution, string LicenceNumber);

/// <summary>What importing an uploaded roster would do now. Nothing is written by looking at it.</summary>
public sealed record RosterPlan(RegistryUpload Upload, RosterFile File, IReadOnlyList<PlannedRow> Rows, IReadOnlyList<NewInstitution> NewInstitutions) : IUploadPlan
{
    /// <summary>People on the office's roster that the file does not name; an import leaves them alone.</summary>
    public required int NotInFile { get; init; }

    /// <summary>Who they are, where the file is a licence register and so should name everybody.</summary>
    public IReadOnlyList<MissingMember> Missing { get; init; } = [];

    /// <summary>Those the clerk is asked about; where public and company lawyers stand together is nobody's to confirm.</summary>
    public IReadOnlyList<NewInstitution> ToConfirm => [.. NewInstitutions.Where(newcomer => PersonKinds.HasPractice(newcomer.Name.Kind))];

    public IEnumerable<PlannedPerson> People => Rows.Select(row => row.Person).OfType<PlannedPerson>();

    public IReadOnlyList<RowFault> Faults => [.. Rows.SelectMany(row => row.Row.Faults)];

    public IReadOnlyList<RowFault> Notices => [.. Rows.Where(row => row.Person is not null).SelectMany(row => row.Row.Notices)];

    public int ToImport => Count(RowFate.Added) + Count(RowFate.Changed);

    /// <summary>Rows of people not on the roster yet, those at an institution still to be confirmed among them.</summary>
    public IEnumerable<(RosterRow Row, PlannedPerson Person)> Newcomers => Good.Where(row => row.Person.Known is null);

    /// <summary>Rows that change somebody on the roster.</summary>
    public IEnumerable<(RosterRow Row, PlannedPerson Person)> OnRoster => Good.Where(row => row.Person.Changes.Count > 0);

    private IEnumerable<(RosterRow Row, PlannedPerson Person)> Good
    {
        get
        {
            foreach (var planned in Rows)
            {
                if (planned.Person is { } person)
                {
                    yield return (planned.Row, person);
                }
            }
        }
    }

    public int Count(RowFate fate) => Rows.Count(row => row.Fate == fate);
}
