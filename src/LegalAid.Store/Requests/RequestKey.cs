using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Requests;

/// <summary>
/// The idempotency key of a write that has been done, stored in the write's own transaction:
/// the same form sent again leads to the first one's result, never to a second effect.
/// </summary>
public sealed class RequestKey
{
    /// <summary>The constraint a second use of a key runs into.</summary>
    public const string Constraint = "pk_request_keys";

    public required Guid Key { get; init; }

    public required Guid OfficerId { get; init; }

    public required string Path { get; init; }

    /// <summary>Hash of what was sent: the same key with other content is refused.</summary>
    public required byte[] ContentHash { get; init; }

    public required DateTime AtUtc { get; init; }

    /// <summary>Where the first answer led; null when the answer was lost before it was noted.</summary>
    public string? Location { get; set; }
}

internal sealed class RequestKeyTable : IEntityTypeConfiguration<RequestKey>
{
    public void Configure(EntityTypeBuilder<RequestKey> request)
    {
        request.HasKey(r => r.Key).HasName(RequestKey.Constraint);
        request.Property(r => r.Path).HasMaxLength(200);
        request.Property(r => r.Location).HasMaxLength(400);
    }
}
