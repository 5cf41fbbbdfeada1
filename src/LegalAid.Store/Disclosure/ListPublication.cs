using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Disclosure;

/// <summary>The published list of a year as it was that day (年度名单, WZ-8.3). Written once, never changed, whoever leaves or takes back a consent later.</summary>
public sealed class ListPublication : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required int Year { get; init; }

    public required DateOnly PublishedOn { get; init; }

    public required Guid PublishedById { get; init; }

    public required int Rows { get; init; }

    /// <summary>The end of the days it hangs out for objections.</summary>
    public required DateTime DueAtUtc { get; init; }

    /// <summary>The lines as JSON.</summary>
    public required Sealed Content { get; init; }
}

/// <summary>What somebody tells the office about its published list (反映意见, WZ-8.3), and the answer.</summary>
public sealed class ListFeedback : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Sealed Said { get; init; }

    /// <summary>How the writer wants to be reached; null when they did not say.</summary>
    public Sealed? Phone { get; init; }

    public required DateTime ReceivedAtUtc { get; init; }

    public string? Answer { get; set; }

    public Guid? AnsweredById { get; set; }

    public DateTime? AnsweredAtUtc { get; set; }
}

internal sealed class ListPublicationTable : IEntityTypeConfiguration<ListPublication>
{
    public void Configure(EntityTypeBuilder<ListPublication> publication)
    {
        publication.ToTable("list_publications");
        publication.HasIndex(p => new { p.OfficeId, p.PublishedOn }).IsUnique();
    }
}

internal sealed class ListFeedbackTable : IEntityTypeConfiguration<ListFeedback>
{
    public void Configure(EntityTypeBuilder<ListFeedback> feedback)
    {
        feedback.ToTable("list_feedback");
        feedback.Property(f => f.Answer).HasMaxLength(1000);
        feedback.HasIndex(f => new { f.OfficeId, f.ReceivedAtUtc });
    }
}
