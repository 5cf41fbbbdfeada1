using LegalAid.Rules.Registry;
using LegalAid.Store.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>A legal service institution (法律服务机构): a law firm or a basic-level legal service office. One record in the deployment.</summary>
public sealed class Institution
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required InstitutionKind Kind { get; init; }

    /// <summary>The district it is registered in; decides whether an office may assign to it.</summary>
    public required string District { get; set; }

    /// <summary>注销: the first day it no longer practises; may lie ahead.</summary>
    public DateOnly? ClosedOn { get; set; }
}

internal sealed class InstitutionTable : IEntityTypeConfiguration<Institution>
{
    public void Configure(EntityTypeBuilder<Institution> institution)
    {
        institution.Property(i => i.Name).HasMaxLength(60);
        institution.Property(i => i.District).HasMaxLength(30);
        institution.HasIndex(i => i.Name).IsUnique();
        institution.HasSearchPieces();
    }
}
