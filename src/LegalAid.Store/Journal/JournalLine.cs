using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Journal;

/// <summary>
/// Who did what to which subject, when and why (留痕). One line per use case and subject, written in its transaction, never changed:
/// what is done to many at once, such as an import, has a line for each, so that the index on subjects finds all of a person's lines.
/// Holds ids and figures only: no name, number or address of a person.
/// </summary>
public sealed class JournalLine : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required DateTime AtUtc { get; init; }

    public required Act Act { get; init; }

    /// <summary>The case, member, assignment … the act was done to.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Null when the program itself acted.</summary>
    public required Guid? OfficerId { get; init; }

    public string? Reason { get; init; }

    /// <summary>Figures before and after, as JSON.</summary>
    public string? Details { get; init; }
}

internal sealed class JournalLineTable : IEntityTypeConfiguration<JournalLine>
{
    public void Configure(EntityTypeBuilder<JournalLine> line)
    {
        // Partitioned by year in SQL: see the migration's partitioned tables.
        line.ToTable("journal_lines", table => table.ExcludeFromMigrations());
        line.HasKey(l => new { l.Id, l.AtUtc });
        line.Property(l => l.Details).HasColumnType("text");
    }
}
