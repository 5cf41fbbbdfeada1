using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Jobs;

/// <summary>One due run of a job that was done. The pair of job and due time is unique, and the row belongs to the run's own transaction: done once, by one node, or not at all.</summary>
public sealed class JobRun : IAppendOnly
{
    public required string Job { get; init; }

    /// <summary>The time the schedule says, the same on every node; not the moment it was done.</summary>
    public required DateTime DueUtc { get; init; }

    public required DateTime RanAtUtc { get; init; }

    /// <summary>Machine and process that did it.</summary>
    public required string Node { get; init; }
}

internal sealed class JobRunTable : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> run)
    {
        run.HasKey(r => new { r.Job, r.DueUtc });
        run.Property(r => r.Job).HasMaxLength(40);
        run.Property(r => r.Node).HasMaxLength(100);
    }
}
