using LegalAid.Rules.Assignment;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Assignment;

/// <summary>What the centre suggests to an institution about one of its people (指派建议, BB-9.2): to be named rather than others, or rather not. The institution decides.</summary>
public sealed class HandlerSuggestion : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MembershipId { get; init; }

    public required SuggestedNaming Naming { get; init; }

    public required SuggestionGround Ground { get; init; }

    public required string Reason { get; init; }

    public required Guid MadeById { get; init; }

    public required DateTime MadeAtUtc { get; init; }

    public DateTime? WithdrawnAtUtc { get; set; }
}

internal sealed class HandlerSuggestionTable : IEntityTypeConfiguration<HandlerSuggestion>
{
    public void Configure(EntityTypeBuilder<HandlerSuggestion> suggestion)
    {
        suggestion.Property(s => s.Reason).HasMaxLength(300);
        suggestion.HasOne<Membership>().WithMany().HasForeignKey(s => s.MembershipId).OnDelete(DeleteBehavior.Restrict);
        suggestion.HasIndex(s => s.MembershipId).IsUnique().HasFilter("withdrawn_at_utc is null").HasDatabaseName("ix_handler_suggestions_one_standing");
    }
}
