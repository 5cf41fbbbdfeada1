using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Database;

/// <summary>Something the database remembers about its deployment, such as the fingerprint of the field keys it was filled with.</summary>
public sealed class DeploymentFact
{
    public const string FieldKeys = "field-keys";

    /// <summary>Whether this deployment is a demo, and how far it was made; see the program's demo.</summary>
    public const string Demo = "demo";

    public required string Name { get; init; }

    public required string Value { get; set; }
}

internal sealed class DeploymentFactTable : IEntityTypeConfiguration<DeploymentFact>
{
    public void Configure(EntityTypeBuilder<DeploymentFact> fact)
    {
        fact.HasKey(f => f.Name);
        fact.Property(f => f.Name).HasMaxLength(40);
        fact.Property(f => f.Value).HasMaxLength(200);
    }
}
