using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Assignment;

/// <summary>The record of the centre's collective discussion of one proposal (集体讨论记录, BB-5.2). Written once; a slip is put right by withdrawing the proposal.</summary>
public sealed class CollectiveDiscussion : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid AssignmentId { get; init; }

    public required DateOnly HeldOn { get; init; }

    public required string Opinions { get; init; }

    /// <summary>Whether the discussion came out for the clerk's proposal; only then is the bureau asked.</summary>
    public required bool Agrees { get; init; }

    public required string Conclusion { get; init; }

    public required Guid RecordedById { get; init; }

    public List<DiscussionAttendee> Attendees { get; init; } = [];
}

/// <summary>An officer of the centre who was present.</summary>
public sealed class DiscussionAttendee : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid DiscussionId { get; init; }

    public required Guid OfficerId { get; init; }
}

internal sealed class CollectiveDiscussionTable : IEntityTypeConfiguration<CollectiveDiscussion>
{
    public void Configure(EntityTypeBuilder<CollectiveDiscussion> discussion)
    {
        discussion.ToTable("collective_discussions");
        discussion.Property(d => d.Opinions).HasMaxLength(2000);
        discussion.Property(d => d.Conclusion).HasMaxLength(1000);
        discussion.HasOne<CaseAssignment>().WithMany().HasForeignKey(d => d.AssignmentId).OnDelete(DeleteBehavior.Restrict);
        discussion.HasIndex(d => d.AssignmentId).IsUnique();
    }
}

internal sealed class DiscussionAttendeeTable : IEntityTypeConfiguration<DiscussionAttendee>
{
    public void Configure(EntityTypeBuilder<DiscussionAttendee> attendee)
    {
        attendee.ToTable("discussion_attendees");
        attendee.HasOne<CollectiveDiscussion>().WithMany(d => d.Attendees).HasForeignKey(a => a.DiscussionId).OnDelete(DeleteBehavior.Restrict);
        attendee.HasIndex(a => new { a.DiscussionId, a.OfficerId }).IsUnique();
    }
}
