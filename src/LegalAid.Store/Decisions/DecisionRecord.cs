using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Decisions;

/// <summary>
/// A decision with everything it was made from: the facts exactly as the rule saw them and the result exactly as it gave it, both as canonical JSON text,
/// so that <c>./legalaid verify</c> recomputes it to the same bytes years later. Holds ids, never names.
/// </summary>
public sealed class DecisionRecord : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required DateTime MadeAtUtc { get; init; }

    /// <summary>Which rule decided, such as assignment.</summary>
    public required string Kind { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>The versions of the office's and the national book in force, and of those the clocks go by where they are others.</summary>
    public required string RuleBookVersion { get; init; }

    public required string Facts { get; init; }

    public required string Result { get; init; }

    public required List<string> Clauses { get; init; }
}

internal sealed class DecisionRecordTable : IEntityTypeConfiguration<DecisionRecord>
{
    public void Configure(EntityTypeBuilder<DecisionRecord> decision)
    {
        // Partitioned by year in SQL: see the migration's partitioned tables.
        decision.ToTable("decision_records", table => table.ExcludeFromMigrations());
        decision.HasKey(d => new { d.Id, d.MadeAtUtc });
        decision.Property(d => d.Facts).HasColumnType("text");      // text, not jsonb: the bytes are the evidence
        decision.Property(d => d.Result).HasColumnType("text");
    }
}
