using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Security;

/// <summary>A key of the sign-in cookies and form tokens, or the revocation of one; in the database, so that what one node hands out every other accepts.</summary>
public sealed class SignInKey : IAppendOnly
{
    public required Guid Id { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    /// <summary>Sealed with the field keys: who has only the database, or a backup of it, can forge no sign-in.</summary>
    public required Sealed Content { get; init; }
}

internal sealed class SignInKeyTable : IEntityTypeConfiguration<SignInKey>
{
    public void Configure(EntityTypeBuilder<SignInKey> key) => key.HasKey(k => k.Id);
}
