using LegalAid.Store.Search;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>A natural person, one record in the deployment; what an office knows of them is in the <see cref="Membership"/>.</summary>
public sealed class Person
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required string Gender { get; set; }

    public required DateOnly BornOn { get; init; }

    public required Sealed IdentityNumber { get; init; }

    /// <summary>Keyed hash of the identity number: finds the same person again without storing the number readably.</summary>
    public required byte[] IdentityIndex { get; init; }
}

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.Property(p => p.Name).HasMaxLength(60);
        person.Property(p => p.Gender).HasMaxLength(4);
        person.HasIndex(p => p.IdentityIndex).IsUnique();
        person.HasIndex(p => p.Name);
        person.HasSearchPieces();
        person.HasNameColumns(nameof(Person.Name));
    }
}
