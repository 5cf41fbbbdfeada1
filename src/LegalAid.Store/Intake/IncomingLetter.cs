using LegalAid.Store.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Intake;

/// <summary>What kind of authority a letter came from (办案机关).</summary>
public enum AuthorityKind
{
    Court = 1,
    Procuratorate,
    Police,
}

/// <summary>A letter in the incoming register (收文登记): a court, procuratorate or police notice. Its minute of receipt starts the clock.</summary>
public sealed class IncomingLetter : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    /// <summary>The office's own running number, without gaps within a year.</summary>
    public required string RegisterNumber { get; init; }

    /// <summary>The number the authority gave its letter.</summary>
    public required string LetterNumber { get; set; }

    public required string Authority { get; set; }

    public required AuthorityKind AuthorityKind { get; set; }

    public required DateTime ReceivedAtUtc { get; set; }

    public string? Contact { get; set; }

    /// <summary>When it was entered; nothing can have been received after it was registered.</summary>
    public required DateTime RegisteredAtUtc { get; init; }

    /// <summary>When the entry was voided with all its cases; the letter may then be entered again.</summary>
    public DateTime? VoidedAtUtc { get; set; }
}

/// <summary>Keeps the cases of one letter in step: whoever opens or voids one of them holds the letter's row first.</summary>
public static class LetterLock
{
    /// <summary>Locks the letter until the transaction ends; null when it is not there or void.</summary>
    public static Task<IncomingLetter?> LockAsync(AidDb db, Guid letterId, CancellationToken ct) =>
        db.IncomingLetters.FromSql($"select *, xmin from incoming_letters where id = {letterId} for update").SingleOrDefaultAsync(l => l.VoidedAtUtc == null, ct);
}

internal sealed class IncomingLetterTable : IEntityTypeConfiguration<IncomingLetter>
{
    public void Configure(EntityTypeBuilder<IncomingLetter> letter)
    {
        letter.HasSearchPieces();
        letter.Property(l => l.RegisterNumber).HasMaxLength(40);
        letter.Property(l => l.LetterNumber).HasMaxLength(60);
        letter.Property(l => l.Authority).HasMaxLength(60);
        letter.Property(l => l.Contact).HasMaxLength(60);
        letter.HasIndex(l => new { l.OfficeId, l.RegisterNumber }).IsUnique();
        letter.HasIndex(l => new { l.OfficeId, l.Authority, l.LetterNumber }).IsUnique().HasFilter("voided_at_utc is null");   // one letter is registered once
        letter.HasIndex(l => new { l.OfficeId, l.ReceivedAtUtc });
    }
}
