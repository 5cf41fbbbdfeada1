using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Journal;

/// <summary>
/// A sign-in under a name no account has. It belongs to no office, so the journal of none can hold it; what was typed, which may be a password in the
/// wrong box, is kept as a keyed index only: the same name is known again, and nobody can read it. Never changed.
/// </summary>
public sealed class UnknownSignIn : IAppendOnly
{
    public required Guid Id { get; init; }

    public required DateTime AtUtc { get; init; }

    public required byte[] NameIndex { get; init; }
}

internal sealed class UnknownSignInTable : IEntityTypeConfiguration<UnknownSignIn>
{
    public void Configure(EntityTypeBuilder<UnknownSignIn> attempt) => attempt.HasIndex(a => a.AtUtc);
}
