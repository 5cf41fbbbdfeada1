using LegalAid.Store.Intake;
using LegalAid.Store.Offices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Quality;

/// <summary>A case given to a reviewer (质量评查) by the centre's head, until a day; taken back when it was given by mistake.</summary>
public sealed class CaseReview : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid ReviewerId { get; init; }

    public required DateOnly DueOn { get; init; }

    public required Guid GivenById { get; init; }

    public required DateTime GivenAtUtc { get; init; }

    public DateTime? TakenBackAtUtc { get; set; }
}

internal sealed class CaseReviewTable : IEntityTypeConfiguration<CaseReview>
{
    public void Configure(EntityTypeBuilder<CaseReview> review)
    {
        review.HasOne<AidCase>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
        review.HasOne<Officer>().WithMany().HasForeignKey(r => r.ReviewerId).OnDelete(DeleteBehavior.Restrict);
        review.HasIndex(r => new { r.CaseId, r.ReviewerId }).IsUnique().HasFilter("taken_back_at_utc is null").HasDatabaseName("ix_case_reviews_one_standing");
        review.HasIndex(r => new { r.OfficeId, r.ReviewerId, r.DueOn });
    }
}
